import type { LabelSelector } from '../../../../imports/k8s';
import { selects } from '../../../label-selector';
import { type Admission, namespaceLabels } from '../admission';
import { matchesWildcard } from './wildcard';

interface Override {
  readonly action: string;
  readonly namespaces?: readonly string[];
  readonly namespaceSelector?: LabelSelector;
}

/** What a policy said of all its rules, before each said it itself. */
export interface Actions {
  readonly validationFailureAction?: string;
  readonly validationFailureActionOverrides?: readonly Override[];
}

/** What a rule says. */
export interface RuleActions {
  readonly failureAction?: string;
  readonly failureActionOverrides?: readonly Override[];
}

/** Whether a rule refuses what violates it. Source: Kyverno v1.19, pkg/engine/api (GetFailureAction). */
export function enforces(policy: Actions, rule: RuleActions = {}, admission: Admission): boolean {
  const overrides = rule.failureActionOverrides ?? policy.validationFailureActionOverrides ?? [];
  const found = overrides.find((override) => isFor(override, admission));
  const action = found?.action ?? rule.failureAction ?? policy.validationFailureAction ?? 'Audit';
  return action.toLowerCase() === 'enforce';
}

function isFor({ namespaces, namespaceSelector }: Override, admission: Admission): boolean {
  const namespace = admission.object.metadata.namespace ?? '';
  if (namespaces?.length && !namespaces.some((each) => matchesWildcard(each, namespace))) return false;
  return !namespaceSelector || selects(namespaceSelector, namespaceLabels(admission) ?? {});
}
