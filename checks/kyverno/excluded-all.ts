import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { type ClassicRule, classicRules } from './shapes';

export const excludedAll: Rule = {
  id: 'kyverno/excluded-all',
  holds: 'a rule does not exclude all that it matches',
  effect: 'The rule is for nothing: it neither refuses nor reports anything. Kyverno’s webhook refuses some of these.',
  source: 'Kyverno v1.19.0, pkg/validation/policy/validate.go: validateResources (match and exclude)',
  check(cluster, report) {
    for (const { entry, rule, at } of classicRules(cluster)) {
      const matched = filtersOf(rule.match);
      const excluded = filtersOf(rule.exclude);
      const isExcluded = (filter: string) => excluded.includes(filter);
      if (matched.length === 0 || excluded.length === 0 || !matched.every(isExcluded)) continue;
      report(entry, {
        message: `Rule "${rule.name}" of ${describe(entry.object)} excludes all that it matches.`,
        fix: 'Exclude less than is matched.',
        section: `${at}.exclude`,
      });
    }
  },
};

/** Filters as comparable texts. */
function filtersOf(selection: ClassicRule['match']): string[] {
  const { any, all } = selection ?? {};
  // Several filters of which all have to take an object are one.
  if (all?.length) return [JSON.stringify(all.length === 1 ? all[0] : all)];
  return (any?.length ? any : selection ? [selection] : []).map((filter) => JSON.stringify(filter));
}
