import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { type BindingSpec, FAMILIES } from './shapes';

export const bound: Rule = {
  id: 'admission/bound',
  holds: 'a policy is bound somewhere',
  severity: 'warning',
  category: 'reference',
  effect: 'The policy does nothing: only a binding lets it hold.',
  source: 'Kubernetes v1.36, pkg/apis/admissionregistration/validation: policies and bindings',
  check(cluster, report) {
    for (const { policy, binding } of FAMILIES) {
      const bound = new Set([...cluster.ofKind(binding)].map((entry) => specOf<BindingSpec>(entry).policyName));
      for (const entry of cluster.ofKind(policy)) {
        if (bound.has(entry.object.metadata.name)) continue;
        report(entry, {
          message: `${describe(entry.object)} has no binding.`,
          fix: 'Bind it: `policy.bind(…)`, with what a violation leads to.',
          section: 'metadata.name',
        });
      }
    }
  },
};
