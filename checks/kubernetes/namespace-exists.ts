import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import { memo } from '../memo';
import type { Rule } from '../rule';

/** Namespaces that Kubernetes makes by itself. */
const GIVEN = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

export const namespaceExists: Rule = {
  id: 'kubernetes/namespace-exists',
  holds: 'something makes every namespace',
  category: 'reference',
  effect: 'The sync fails with "namespaces not found": nothing in that namespace is applied.',
  source: 'kubernetes v1.36, admission plugin NamespaceLifecycle',
  check(cluster, report) {
    const known = namespacesOf(cluster);
    const told = new Set<string>();
    for (const { name, namespace, helm } of cluster.model.applications) {
      const entry = cluster.applicationObject(name);
      if (!helm || !entry || known.has(namespace)) continue;
      told.add(`${name}/${namespace}`);
      report(entry, {
        message: `The chart of ${name} goes to the namespace "${namespace}", which nothing makes.${didYouMean(namespace, known)}`,
        fix: `Create it in one application, \`new Namespace(app, '${namespace}')\`, or declare it by \`external("Namespace", …)\`.`,
        section: 'spec.destination.namespace',
      });
    }
    let last: string | undefined;
    for (const entry of cluster.entries) {
      const { namespace } = entry.object.metadata;
      // Neighbours are mostly of one namespace.
      if (namespace === undefined || namespace === last) continue;
      if (known.has(namespace)) {
        last = namespace;
        continue;
      }
      // One finding an application and namespace: the rest follows from it.
      const key = `${entry.application}/${namespace}`;
      if (told.has(key)) continue;
      told.add(key);
      report(entry, {
        message: `${describe(entry.object)}: nothing makes the namespace "${namespace}".${didYouMean(namespace, known)}`,
        fix: `Create it in one application, \`new Namespace(app, '${namespace}')\`, or declare it by \`external("Namespace", …)\`.`,
        section: 'metadata.namespace',
      });
    }
  },
};

/** Namespaces that there will be. */
export const namespacesOf = memo(
  (cluster): ReadonlySet<string> =>
    new Set([
      ...GIVEN,
      ...cluster.names('Namespace'),
      ...(cluster.facts.externals?.namespaces ?? []),
      // Made by the bootstrap (`helm --create-namespace`), or by the hub's.
      ...(cluster.model.argocd ? [cluster.model.argocd.namespace] : []),
    ]),
);
