import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { type ClassicRule, classicRules } from './shapes';

export const backgroundUser: Rule = {
  id: 'kyverno/background-user',
  holds: 'what looks at objects that are there does not ask who makes the request',
  effect: 'Kyverno’s webhook refuses the policy: nobody makes a request when what is there is looked at.',
  source: 'Kyverno v1.19.0, pkg/validation/policy/background.go',
  check(cluster, report) {
    for (const { entry, spec, rule, at } of classicRules(cluster)) {
      if (spec.background === false) continue;
      const asked = asksUser(rule);
      if (!asked) continue;
      report(entry, {
        message: `Rule "${rule.name}" of ${describe(entry.object)} asks who makes the request (${asked}), and the policy looks at what is there.`,
        fix: '`background: false`, or ask nothing of the user.',
        section: at,
      });
    }
  },
};

const USER =
  /\{\{[^{}]*\b(request\.userInfo|request\.roles|request\.clusterRoles|serviceAccountName|serviceAccountNamespace)\b/;

/** What of a rule asks for the user. */
function asksUser({ match, exclude, ...rest }: ClassicRule): string | undefined {
  for (const selection of [match, exclude]) {
    for (const filter of [selection, ...(selection?.any ?? []), ...(selection?.all ?? [])]) {
      const key = (['subjects', 'roles', 'clusterRoles'] as const).find((each) => (filter?.[each]?.length ?? 0) > 0);
      if (key) return key;
    }
  }
  return USER.exec(JSON.stringify(rest))?.[1];
}
