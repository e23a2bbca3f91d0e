import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';
import { hasChart } from '../unseen';

export const serviceAccountExists: Rule = {
  id: 'kubernetes/service-account-exists',
  holds: 'a Pod’s ServiceAccount is there',
  category: 'reference',
  effect:
    'No Pod is ever created: the ReplicaSet or Job says "serviceaccount not found" in its events, and nobody else.',
  source: 'kubernetes v1.36, plugin/pkg/admission/serviceaccount',
  check(cluster, report) {
    for (const { entry, spec, at } of podsOf(cluster)) {
      const { namespace } = entry.object.metadata;
      const name = spec.serviceAccountName;
      if (!name || hasServiceAccount(cluster, namespace, name)) continue;
      report(entry, {
        message: `${describe(entry.object)} runs as the ServiceAccount "${name}", which nothing makes in ${namespace}.${didYouMean(name, cluster.names('ServiceAccount', namespace))}`,
        fix: 'Create it in the same namespace, or declare it by `external("ServiceAccount", …)`.',
        section: `${at}.serviceAccountName`,
      });
    }
  },
};

/** Whether an account is there; of a namespace with a chart nobody can tell. */
export function hasServiceAccount(cluster: ClusterView, namespace: string | undefined, name: string): boolean {
  return (
    // Kubernetes makes it in every namespace.
    name === 'default' ||
    cluster.find('ServiceAccount', namespace, name) !== undefined ||
    hasChart(cluster, namespace) ||
    (cluster.facts.externals?.serviceAccounts?.includes(`${namespace}/${name}`) ?? false)
  );
}
