import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { classicRules } from './shapes';

export const matchVariables: Rule = {
  id: 'kyverno/match-variables',
  holds: 'no variables in match and exclude',
  effect: 'Kyverno’s webhook refuses the policy: what a rule is for is decided before there are variables.',
  source: 'Kyverno v1.19.0, pkg/validation/policy/validate.go: ruleForbiddenSectionsHaveVariables',
  check(cluster, report) {
    for (const { entry, rule, at } of classicRules(cluster)) {
      for (const side of ['match', 'exclude'] as const) {
        const found = /\{\{[^{}]*\}\}/.exec(JSON.stringify(rule[side] ?? {}));
        if (!found) continue;
        report(entry, {
          message: `Rule "${rule.name}" of ${describe(entry.object)} has the variable ${found[0]} in its ${side}.`,
          fix: 'Ask for it in `preconditions`.',
          section: `${at}.${side}`,
        });
      }
    }
  },
};
