import { closest } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { ServiceSpec } from '../../imports/k8s';
import type { ClusterView } from '../cluster-view';
import type { Rule } from '../rule';
import { podsIn, podsWith } from '../selected-pods';
import { specOf } from '../spec-of';

export const serviceSelector: Rule = {
  id: 'kubernetes/service-selector',
  holds: 'a Service selects some workload’s Pods',
  category: 'reference',
  effect: 'The Service has no endpoints: connections are refused, and nothing reports it.',
  source: 'kubernetes v1.36, pkg/controller/endpointslice',
  check(cluster, report) {
    for (const entry of cluster.ofKind('Service')) {
      const { selector = {}, type } = specOf<Partial<ServiceSpec>>(entry);
      const { namespace } = entry.object.metadata;
      if (type === 'ExternalName' || podsWith(cluster, namespace, selector).length > 0) continue;
      const wanted = Object.entries(selector);
      // Without a selector somebody else writes the endpoints.
      if (wanted.length === 0) continue;
      // Pods of a custom resource or a chart in this namespace are not seen here.
      if (hasUnseenPods(cluster, namespace)) continue;
      const shown = wanted.map(([key, value]) => `${key}=${value}`).join(', ');
      const labels = podsIn(cluster, namespace).map((pods) =>
        Object.entries(pods.labels)
          .map(([k, v]) => `${k}=${v}`)
          .join(', '),
      );
      const near = closest(shown, labels);
      report(entry, {
        message: `${describe(entry.object)} selects Pods with ${shown}, and no workload in the namespace has these labels.`,
        fix: near ? `A workload there has ${near}.` : 'Select the labels of a workload in the same namespace.',
        section: 'spec.selector',
      });
    }
  },
};

function hasUnseenPods(cluster: ClusterView, namespace: string | undefined): boolean {
  return cluster.model.applications.some((a) => a.helm !== undefined && a.namespace === namespace);
}
