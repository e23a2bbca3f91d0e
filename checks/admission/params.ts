import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { type BindingSpec, FAMILIES, type PolicySpec } from './shapes';

export const params: Rule = {
  id: 'admission/params',
  holds: 'a binding gives parameters where its policy asks for some, and nowhere else',
  category: 'reference',
  effect: 'The policy has no parameters where it asks for some: requests are refused, or it is never asked.',
  source:
    'Kubernetes v1.36, pkg/apis/admissionregistration/validation: validateParamRef; apiserver/pkg/admission/plugin/policy/generic: CollectParams',
  check(cluster, report) {
    for (const { policy, binding } of FAMILIES) {
      for (const entry of cluster.ofKind(binding)) {
        const { policyName = '', paramRef } = specOf<BindingSpec>(entry);
        const bound = cluster.find(policy, undefined, policyName);
        if (!bound) continue;
        const { paramKind } = specOf<PolicySpec>(bound);
        const problem = problemOf(paramKind, paramRef);
        if (problem === undefined) continue;
        report(entry, {
          message: `${describe(entry.object)} ${problem}.`,
          fix: paramKind ? 'Name the object by `paramRef.name`, or select it.' : 'Give the policy a `paramKind`.',
          section: 'spec.paramRef',
        });
      }
    }
  },
};

function problemOf(paramKind: PolicySpec['paramKind'], paramRef: BindingSpec['paramRef']): string | undefined {
  if (!paramRef) return paramKind ? `names no ${paramKind.kind} as parameters, which its policy asks for` : undefined;
  if (!paramKind) return 'gives parameters to a policy that takes none';
  if ((paramRef.name !== undefined) === (paramRef.selector !== undefined)) {
    return 'says name and selector of its parameters, or neither';
  }
  return undefined;
}
