import { groupOf, type KubeObject } from '../../../fleet/object';
import { boundPolicy, mutatingAdmissionPolicy } from './api-server';
import { constraint } from './gatekeeper';
import { celPolicyOf } from './kyverno/cel-kinds';
import { classicPolicyOf } from './kyverno/cluster-policy';
import type { CompiledPolicy, Find, PolicyRule } from './policy';
import { deciding } from './verdict';

/** A policy of an object; undefined for one that is none, or that does nothing to objects that are written. */
export function compilePolicy(object: KubeObject, find: Find = () => undefined): CompiledPolicy | undefined {
  const policy = compile(object, find);
  return policy && { ...policy, rules: policy.rules.map(decidingRule) };
}

const decidingRule = (rule: PolicyRule): PolicyRule => ({
  ...rule,
  evaluate: (admission) => deciding(() => rule.evaluate(admission)),
});

function compile(object: KubeObject, find: Find): CompiledPolicy | undefined {
  switch (groupOf(object.apiVersion)) {
    case 'kyverno.io':
      return classicPolicyOf(object);
    case 'policies.kyverno.io':
      return celPolicyOf(object);
    case 'admissionregistration.k8s.io':
      if (object.kind === 'ValidatingAdmissionPolicyBinding') return boundPolicy(object, find);
      return object.kind === 'MutatingAdmissionPolicyBinding' ? mutatingAdmissionPolicy(object, find) : undefined;
    case 'constraints.gatekeeper.sh':
      return constraint(object, find);
    default:
      return undefined;
  }
}
