import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { type ClassicRule, classicRules } from './shapes';

export const generateKind: Rule = {
  id: 'kyverno/generate-kind',
  holds: 'a rule does not make the kind that it is for',
  effect: 'Kyverno’s webhook refuses the policy: each object would make another, without end.',
  source:
    'Kyverno v1.19.0, pkg/validation/policy/generate.go: generation kind and match resource kind should not be the same',
  check(cluster, report) {
    for (const { entry, rule, at } of classicRules(cluster)) {
      const { kind } = rule.generate ?? {};
      if (kind === undefined || !kindsOf(rule).includes(kind)) continue;
      report(entry, {
        message: `Rule "${rule.name}" of ${describe(entry.object)} is for ${kind}s, and makes ${kind}s.`,
        fix: 'Make another kind, or match another.',
        section: `${at}.generate.kind`,
      });
    }
  },
};

const kindsOf = ({ match }: ClassicRule) =>
  [match, ...(match?.any ?? []), ...(match?.all ?? [])].flatMap((filter) =>
    (filter?.resources?.kinds ?? []).map((kind) => kind.slice(kind.lastIndexOf('/') + 1)),
  );
