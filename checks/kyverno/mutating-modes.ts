import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { celPolicies } from './shapes';

export const mutatingModes: Rule = {
  id: 'kyverno/mutating-modes',
  holds: 'a mutating policy looks at what is written, or at what is there',
  effect: 'Kyverno refuses the policy: it would never do anything.',
  source: 'Kyverno v1.19.0, pkg/cel/policies/mpol/validate.go',
  check(cluster, report) {
    for (const { entry, spec } of celPolicies(cluster, ['MutatingPolicy'])) {
      const { admission, mutateExisting } = spec.evaluation ?? {};
      if (admission?.enabled !== false || mutateExisting?.enabled) continue;
      report(entry, {
        message: `${describe(entry.object)} changes neither what is written nor what is there.`,
        fix: 'Enable `evaluation.admission` or `evaluation.mutateExisting`.',
        section: 'spec.evaluation',
      });
    }
  },
};
