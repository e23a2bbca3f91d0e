import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { type BindingSpec, FAMILIES } from './shapes';

export const bindingPolicy: Rule = {
  id: 'admission/binding-policy',
  holds: 'a binding names a policy that is there',
  category: 'reference',
  effect: 'The binding does nothing, and the policy that was meant holds nowhere.',
  source: 'Kubernetes v1.36, pkg/apis/admissionregistration/validation: policyName is not looked up',
  check(cluster, report) {
    for (const { policy, binding } of FAMILIES) {
      for (const entry of cluster.ofKind(binding)) {
        const { policyName = '' } = specOf<BindingSpec>(entry);
        const names = cluster.names(policy);
        if (names.includes(policyName)) continue;
        report(entry, {
          message: `${describe(entry.object)} binds the policy "${policyName}", which is not in this cluster.${didYouMean(policyName, names)}`,
          fix: 'Name a policy of the binding’s family, or write the policy beside it.',
          section: 'spec.policyName',
        });
      }
    }
  },
};
