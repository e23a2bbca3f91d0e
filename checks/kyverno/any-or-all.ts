import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { classicRules } from './shapes';

export const anyOrAll: Rule = {
  id: 'kyverno/any-or-all',
  holds: 'a rule’s match has `any` or `all`, not both',
  effect: 'Kyverno’s webhook refuses the policy.',
  source: 'Kyverno v1.19.0, pkg/validation/policy/validate.go: validateMatchedResources',
  check(cluster, report) {
    for (const { entry, rule, at } of classicRules(cluster)) {
      for (const side of ['match', 'exclude'] as const) {
        const { any, all, resources } = (rule[side] ?? {}) as Record<string, unknown>;
        const both = [any && 'any', all && 'all', resources && 'resources'].filter(Boolean);
        if (both.length < 2) continue;
        report(entry, {
          message: `Rule "${rule.name}" of ${describe(entry.object)} has ${both.join(' and ')} in its ${side}.`,
          fix: 'Only one of them: `any` for what one filter takes, `all` for what every filter takes.',
          section: `${at}.${side}`,
        });
      }
    }
  },
};
