import { closest } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { ServiceSpec } from '../../imports/k8s';
import { hasLabels, podsIn } from '../pod-specs';
import type { Rule } from '../rule';

export const serviceSelector: Rule = {
  id: 'kubernetes/service-selector',
  holds: 'a Service selects some workload’s Pods',
  category: 'reference',
  effect: 'The Service has no endpoints: connections are refused, and nothing reports it.',
  source: 'kubernetes v1.36, pkg/controller/endpointslice',
  check(cluster, report) {
    for (const entry of cluster.ofKind('Service')) {
      const { selector = {}, type } = (entry.object['spec'] ?? {}) as ServiceSpec;
      const wanted = Object.entries(selector);
      // Without a selector somebody else writes the endpoints; an ExternalName has none.
      if (wanted.length === 0 || type === 'ExternalName') continue;
      const there = podsIn(cluster, entry.object.metadata.namespace);
      if (there.some((pods) => hasLabels(pods.labels, selector))) continue;
      // Pods of a custom resource or a chart in this namespace are not seen here.
      if (hasUnseenPods(cluster, entry.object.metadata.namespace)) continue;
      const shown = wanted.map(([key, value]) => `${key}=${value}`).join(', ');
      const labels = there.map((pods) =>
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

function hasUnseenPods(cluster: Parameters<Rule['check']>[0], namespace: string | undefined): boolean {
  return cluster.model.applications.some((a) => a.helm !== undefined && a.namespace === namespace);
}
