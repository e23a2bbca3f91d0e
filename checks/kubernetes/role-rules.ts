import { closest } from '../../fleet/did-you-mean';
import { kinds } from '../../imports/kinds';
import { type FieldProblem, type Fields, isMap, listAt } from '../fields';
import type { Rule } from '../rule';
import { violation } from '../violation';

const GROUP = 'rbac.authorization.k8s.io';

/** Verbs of the API server and of its own special resources. */
const VERBS = [
  ...['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'],
  ...['bind', 'escalate', 'impersonate', 'approve', 'sign', 'attest', 'use', 'proxy', '*'],
];

/** Kubernetes' own groups: of others, only some kinds are known here. */
const OWN_GROUPS = [
  ...['', 'apps', 'batch', 'autoscaling', 'policy'],
  ...['networking', 'rbac.authorization', 'storage', 'scheduling', 'coordination', 'discovery', 'node', 'events'].map(
    (name) => `${name}.k8s.io`,
  ),
];

/** Plural names by group. */
const PLURALS = new Map(OWN_GROUPS.map((group) => [group, [] as string[]]));
for (const [kind, { plural }] of Object.entries(kinds)) {
  PLURALS.get(kind.includes('/') ? kind.slice(0, kind.lastIndexOf('/')) : '')?.push(plural);
}

export const roleRules: Rule = {
  id: 'kubernetes/role-rules',
  holds: 'a role’s verbs and resources are ones',
  effect: 'The right is never given, and nothing reports it: requests are answered with 403.',
  source: 'kubernetes v1.36, pkg/apis/rbac/validation: ValidatePolicyRule; staging/src/k8s.io/api/rbac/v1',
  check(cluster, report) {
    for (const kind of ['Role', 'ClusterRole']) {
      for (const entry of cluster.ofKind(`${GROUP}/${kind}`)) {
        for (const [i, rule] of listAt(entry.object, 'rules').entries()) {
          if (!isMap(rule)) continue;
          for (const problem of problemsOf(rule, `rules[${i}]`)) report(entry, violation(entry, problem));
        }
      }
    }
  },
};

function* problemsOf(rule: Fields, at: string): Iterable<FieldProblem> {
  for (const verb of listAt(rule, 'verbs').map(String)) {
    // Others may have verbs of their own; what is a slip of a known one is told.
    const near = VERBS.includes(verb) ? undefined : closest(verb, VERBS);
    if (near)
      yield { at: `${at}.verbs`, what: `allows the verb "${verb}" Did you mean "${near}"?`, fix: `Write "${near}".` };
  }
  const groups = listAt(rule, 'apiGroups').map(String);
  const known = groups.map((group) => PLURALS.get(group));
  // Of a group that is not known here, any name may be one.
  if (groups.length === 0 || known.includes(undefined)) return;
  const plurals = known.flatMap((list) => list ?? []);
  for (const resource of listAt(rule, 'resources').map(String)) {
    const [name = ''] = resource.split('/');
    const near = name === '*' || plurals.includes(name) ? undefined : closest(name, plurals);
    if (near)
      yield {
        at: `${at}.resources`,
        what: `allows "${resource}" Did you mean "${near}"?`,
        fix: 'Write the plural in lower case.',
      };
  }
}
