import { closest } from '../../fleet/did-you-mean';
import { isBuiltIn } from '../../fleet/kinds';
import type { Entry } from '../../fleet/model';
import { describe, splitGroupKind } from '../../fleet/object';
import { kinds } from '../../imports/kinds';
import { type Fields, isMap, listAt, mapAt } from '../fields';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';

const OF_CEL = [
  ...['Validating', 'Mutating', 'Generating', 'ImageValidating', 'Deleting'].flatMap((kind) =>
    ['', 'Namespaced'].map((prefix) => `policies.kyverno.io/${prefix}${kind}Policy`),
  ),
  ...['Validating', 'Mutating'].map((kind) => `admissionregistration.k8s.io/${kind}AdmissionPolicy`),
];
const CLASSIC = ['ClusterPolicy', 'Policy', 'CleanupPolicy', 'ClusterCleanupPolicy'].map(
  (kind) => `kyverno.io/${kind}`,
);

/** Plurals, by group. */
const PLURALS = groupBy(
  Object.entries(kinds).map(([groupKind, { plural }]) => ({ ...splitGroupKind(groupKind), plural })),
  ({ group }) => group,
);

export const knownKind: Rule = {
  id: 'policy/known-kind',
  holds: 'a policy is for kinds that there are',
  category: 'reference',
  effect: 'The policy is for nothing: kinds are matched by their exact names, and nobody tells.',
  source:
    'Kubernetes v1.36, admissionregistration: resources are plurals; Kyverno v1.19.0, pkg/utils/kube: ParseKindSelector',
  check(cluster, report) {
    const say = (entry: Entry, what: string, meant: string | undefined, section: string) =>
      report(entry, {
        message: `${describe(entry.object)} is for ${what}, which there is not.${meant ? ` Did you mean ${meant}?` : ''}`,
        fix: 'Name the group without its version, and the resource in the plural and in lower case.',
        section,
      });
    for (const kind of OF_CEL) {
      for (const entry of cluster.ofKind(kind)) {
        for (const rule of listAt(mapAt(specOf<Fields>(entry), 'matchConstraints'), 'resourceRules')) {
          if (!isMap(rule)) continue;
          for (const { what, meant } of problemsOf(rule))
            say(entry, what, meant, 'spec.matchConstraints.resourceRules');
        }
      }
    }
    const written = new Set(Object.keys(kinds).map((groupKind) => splitGroupKind(groupKind).kind));
    for (const kind of CLASSIC) {
      for (const entry of cluster.ofKind(kind)) {
        for (const name of kindsIn(entry.object['spec'])) {
          if (written.has(name) || /[*?]/.test(name)) continue;
          // Kinds that are like no other may be of CustomResourceDefinitions that are not here.
          const meant = closest(name, written);
          if (meant) say(entry, `the kind "${name}"`, `"${meant}"`, 'spec.rules');
        }
      }
    }
  },
};

interface Problem {
  readonly what: string;
  readonly meant: string | undefined;
}

function* problemsOf(rule: Fields): Iterable<Problem> {
  const groups = listAt(rule, 'apiGroups').map(String);
  const resources = listAt(rule, 'resources').map((resource) => String(resource).split('/')[0] ?? '');
  for (const group of groups) {
    if (group.includes('/')) yield { what: `the group "${group}"`, meant: `"${group.split('/')[0]}"` };
  }
  // Of several groups any may have it.
  const known = groups.map((group) => PLURALS.get(group));
  if (groups.some((group) => group === '*' || !isBuiltIn(`${group}/Kind`) || group.includes('/')) && groups[0] !== '')
    return;
  for (const resource of resources) {
    if (resource === '*' || known.some((list) => list?.some(({ plural }) => plural === resource))) continue;
    const all = known.flatMap((list) => list ?? []);
    const same = all.find(({ kind, plural }) => [kind.toLowerCase(), plural].includes(resource.toLowerCase()));
    const elsewhere = [...PLURALS.values()].flat().find(({ plural }) => plural === resource);
    const near = closest(
      resource,
      all.map(({ plural }) => plural),
    );
    const meant = same?.plural ?? near;
    yield {
      what: `"${resource}" of the group "${groups.join('", "')}"`,
      meant: elsewhere && !same ? `the group "${elsewhere.group}"` : meant && `"${meant}"`,
    };
  }
}

/** Kinds of a rule's match and exclude, without groups, versions and subresources. */
function* kindsIn(value: unknown): Iterable<string> {
  if (Array.isArray(value)) for (const item of value) yield* kindsIn(item);
  if (!isMap(value)) return;
  const { resources } = value;
  if (isMap(resources)) {
    for (const kind of listAt(resources, 'kinds').map(String)) {
      const parts = kind.split('/');
      const last = parts.at(-1) ?? '';
      // A subresource follows its kind: Pod/exec.
      yield parts.length > 1 && /^[a-z]/.test(last) ? (parts.at(-2) ?? '') : last;
    }
  }
  for (const [key, item] of Object.entries(value))
    if (['rules', 'match', 'exclude', 'any', 'all'].includes(key)) yield* kindsIn(item);
}
