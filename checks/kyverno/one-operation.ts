import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { classicRules } from './shapes';

export const oneOperation: Rule = {
  id: 'kyverno/one-operation',
  holds: 'a rule does one thing, and demands it in one way',
  effect: 'Kyverno’s webhook refuses the policy: a rule does one thing.',
  source: 'Kyverno v1.19.0, pkg/validation/policy/validate.go: validateRuleType',
  check(cluster, report) {
    for (const { entry, rule, at } of classicRules(cluster)) {
      const operations = OPERATIONS.filter((operation) => rule[operation] !== undefined);
      if (operations.length !== 1) {
        const what = operations.length === 0 ? 'does nothing' : `does ${operations.join(' and ')}`;
        report(entry, {
          message: `Rule "${rule.name}" of ${describe(entry.object)} ${what}.`,
          fix: `Exactly one of ${OPERATIONS.join(', ')}; the others in rules of their own.`,
          section: at,
        });
      }
      const demands = DEMANDS.filter((demand) => rule.validate?.[demand] !== undefined);
      if (rule.validate && demands.length !== 1) {
        const what = demands.length === 0 ? 'nothing' : demands.join(' and ');
        report(entry, {
          message: `Rule "${rule.name}" of ${describe(entry.object)} validates by ${what}.`,
          fix: `Exactly one of ${DEMANDS.join(', ')}.`,
          section: `${at}.validate`,
        });
      }
    }
  },
};

const OPERATIONS = ['validate', 'mutate', 'generate', 'verifyImages'] as const;
const DEMANDS = ['pattern', 'anyPattern', 'deny', 'foreach', 'cel', 'podSecurity', 'manifests', 'assert'];
