import { closest } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { kinds } from '../../imports/kinds';
import { type Fields, isMap, listAt } from '../fields';
import type { Report, Rule } from '../rule';
import { violation } from '../violation';

const GROUP = 'rbac.authorization.k8s.io';

/** Verbs of the API server and of its own special resources. */
const VERBS = new Set<unknown>([
  ...['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'],
  ...['bind', 'escalate', 'impersonate', 'approve', 'sign', 'attest', 'use', 'proxy', '*'],
]);

/** Kubernetes' own groups: of others, only some kinds are known here. */
const OWN_GROUPS = [
  ...['', 'apps', 'batch', 'autoscaling', 'policy'],
  ...['networking', 'rbac.authorization', 'storage', 'scheduling', 'coordination', 'discovery', 'node', 'events'].map(
    (name) => `${name}.k8s.io`,
  ),
];

/** Plural names by group; of others, any name may be one. */
const PLURALS = new Map<unknown, Set<string>>(OWN_GROUPS.map((group) => [group, new Set()]));
for (const [kind, { plural }] of Object.entries(kinds)) {
  PLURALS.get(kind.includes('/') ? kind.slice(0, kind.lastIndexOf('/')) : '')?.add(plural);
}

export const roleRules: Rule = {
  id: 'kubernetes/role-rules',
  holds: 'a role’s verbs and resources are ones',
  effect: 'The right is never given, and nothing reports it: requests are answered with 403.',
  source: 'kubernetes v1.36, pkg/apis/rbac/validation: ValidatePolicyRule; staging/src/k8s.io/api/rbac/v1',
  check(cluster, report) {
    for (const kind of ['Role', 'ClusterRole']) {
      for (const entry of cluster.ofKind(`${GROUP}/${kind}`)) {
        const rules = listAt(entry.object, 'rules');
        for (let i = 0; i < rules.length; i++) {
          const rule = rules[i];
          if (isMap(rule)) checkRule(entry, rule, i, report);
        }
      }
    }
  },
};

/** Tells of what is a slip of a known word; others may have words of their own. */
function checkRule(entry: Entry, rule: Fields, index: number, report: Report): void {
  for (const verb of listAt(rule, 'verbs')) {
    const near = VERBS.has(verb) ? undefined : closest(String(verb), VERBS as Set<string>);
    if (!near) continue;
    const what = `allows the verb "${String(verb)}" Did you mean "${near}"?`;
    report(entry, violation(entry, { at: `rules[${index}].verbs`, what, fix: `Write "${near}".` }));
  }
  const groups = listAt(rule, 'apiGroups');
  if (groups.length === 0 || !groups.every((group) => PLURALS.has(group))) return;
  for (const resource of listAt(rule, 'resources')) {
    const near = slipOf(String(resource), groups);
    if (!near) continue;
    const what = `allows "${String(resource)}" Did you mean "${near}"?`;
    report(entry, violation(entry, { at: `rules[${index}].resources`, what, fix: 'Write the plural in lower case.' }));
  }
}

/** The resource that a wrong one is near to; `pods/log` is a part of pods. */
function slipOf(resource: string, groups: readonly unknown[]): string | undefined {
  const slash = resource.indexOf('/');
  const name = slash < 0 ? resource : resource.slice(0, slash);
  if (name === '*') return undefined;
  for (const group of groups) if (PLURALS.get(group)?.has(name)) return undefined;
  const known = groups.flatMap((group) => [...(PLURALS.get(group) ?? [])]);
  return closest(name, known);
}
