import type { KubeObject } from '../../../fleet/object';
import { groupOf } from '../../../fleet/object';
import type { Admission } from './admission';
import { classicRules } from './kyverno/cluster-policy';
import { validatingPolicy } from './kyverno/validating-policy';
import { deciding, type Verdict } from './verdict';

/** A policy's rule, compiled once and asked for every object. */
export interface PolicyRule {
  /** The rule's name; undefined for a policy that is one rule. */
  readonly name?: string;
  evaluate(admission: Admission): Verdict;
}

/** The rules of a policy that refuse objects; none for an object that is no policy. */
export function policyRules(object: KubeObject): PolicyRule[] {
  return compile(object).map((rule) => ({
    ...rule,
    evaluate: (admission) => deciding(() => rule.evaluate(admission)),
  }));
}

function compile(object: KubeObject): PolicyRule[] {
  const { kind } = object;
  switch (groupOf(object.apiVersion)) {
    case 'kyverno.io':
      return kind === 'ClusterPolicy' || kind === 'Policy' ? classicRules(object) : [];
    case 'policies.kyverno.io':
      return kind === 'ValidatingPolicy' || kind === 'NamespacedValidatingPolicy'
        ? [{ evaluate: validatingPolicy(object['spec'] as object) }]
        : [];
    default:
      return [];
  }
}
