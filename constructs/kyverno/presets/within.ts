import type { LabelSelector } from '../../../imports/k8s';
import type { PolicyDefinition } from './definition';

/** Policies for the objects of some namespaces only, by the namespaces' labels. */
export function within(namespaceSelector: LabelSelector, policies: readonly PolicyDefinition[]): PolicyDefinition[] {
  return policies.map((policy) => ({ ...policy, match: { ...policy.match, namespaceSelector } }));
}
