import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { classicPolicies } from './shapes';

export const ruleName: Rule = {
  id: 'kyverno/rule-name',
  holds: 'rules of a policy have names of their own',
  effect: 'Kyverno’s webhook refuses the policy: the sync fails.',
  source: 'Kyverno v1.19.0, pkg/validation/policy/validate.go: validateUniqueRuleName',
  check(cluster, report) {
    for (const { entry, spec } of classicPolicies(cluster)) {
      const seen = new Set<string>();
      for (const { name = '' } of spec.rules ?? []) {
        if (seen.has(name) || name === '') {
          report(entry, {
            message: `${describe(entry.object)} has ${name === '' ? 'a rule without a name' : `two rules "${name}"`}.`,
            fix: 'Give each rule a name of its own, 63 characters at most.',
            section: 'spec.rules',
          });
        }
        seen.add(name);
      }
    }
  },
};
