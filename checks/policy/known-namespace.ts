import { closest } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe, groupOf } from '../../fleet/object';
import { isMap } from '../fields';
import { namespacesOf } from '../kubernetes/namespace-exists';
import type { Rule } from '../rule';

const GROUPS = ['kyverno.io', 'policies.kyverno.io', 'admissionregistration.k8s.io', 'constraints.gatekeeper.sh'];
/** The label by which the API server names each Namespace. */
const NAME = 'kubernetes.io/metadata.name';
/** Lists of namespaces, in the classic policies and in constraints. */
const LISTS = ['namespaces', 'excludedNamespaces'];

export const knownNamespace: Rule = {
  id: 'policy/known-namespace',
  holds: 'policies name namespaces that there are',
  severity: 'warning',
  category: 'reference',
  effect: 'What was meant for the namespace is for nothing: an exception from a rollout does not hold.',
  source: 'Kubernetes v1.36: the label kubernetes.io/metadata.name; Kyverno v1.19.0: match.resources.namespaces',
  check(cluster, report) {
    const known = namespacesOf(cluster);
    const named = new Map<string, Entry[]>();
    for (const kind of cluster.kinds()) {
      const slash = kind.lastIndexOf('/');
      if (slash < 0 || !GROUPS.includes(groupOf(`${kind.slice(0, slash)}/v1`))) continue;
      for (const entry of cluster.ofKind(kind)) {
        for (const name of new Set(namesIn(entry.object['spec']))) {
          if (!known.has(name) && !/[*?]/.test(name)) named.set(name, [...(named.get(name) ?? []), entry]);
        }
      }
    }
    for (const [name, [first, ...others]] of named) {
      // One that is like no other may be made elsewhere.
      const meant = closest(name, known);
      if (meant === undefined || !first) continue;
      // A rollout writes it into every policy: it is one mistake.
      const more = others.length > 0 ? ` and ${others.length} more name` : ' names';
      report(first, {
        message: `${describe(first.object)}${more} the namespace "${name}", which nothing makes. Did you mean "${meant}"?`,
        fix: 'Name a namespace of this cluster.',
        section: 'spec',
      });
    }
  },
};

/** Namespaces that a policy names, wherever it does. */
function* namesIn(value: unknown): Iterable<string> {
  if (Array.isArray(value)) for (const item of value) yield* namesIn(item);
  if (!isMap(value)) return;
  if (value['key'] === NAME && Array.isArray(value['values'])) yield* value['values'].map(String);
  for (const [key, item] of Object.entries(value)) {
    if (key === NAME && typeof item === 'string') yield item;
    else if (LISTS.includes(key) && Array.isArray(item)) yield* item.filter((each) => typeof each === 'string');
    else yield* namesIn(item);
  }
}
