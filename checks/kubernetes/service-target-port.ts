import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { ServiceSpec } from '../../imports/k8s';
import { hasLabels, podsIn } from '../pod-specs';
import type { Rule } from '../rule';

export const serviceTargetPort: Rule = {
  id: 'kubernetes/service-target-port',
  holds: 'a Service’s named target port is its Pods’',
  category: 'reference',
  effect: 'The Service has no endpoints on that port: connections are refused, and nothing reports it.',
  source: 'kubernetes v1.36, pkg/api/v1/pod: FindPort',
  check(cluster, report) {
    for (const entry of cluster.ofKind('Service')) {
      const { selector = {}, ports = [] } = (entry.object['spec'] ?? {}) as ServiceSpec;
      if (Object.keys(selector).length === 0) continue;
      const named = ports.filter(({ targetPort }) => typeof targetPort === 'string');
      if (named.length === 0) continue;
      const pods = podsIn(cluster, entry.object.metadata.namespace).filter((p) => hasLabels(p.labels, selector));
      if (pods.length === 0) continue;
      const known = pods.flatMap((p) =>
        p.containers.flatMap(({ container }) => (container.ports ?? []).map((port) => port.name ?? '')),
      );
      for (const { name, port, targetPort } of named) {
        // A number reaches the Pods whatever they declare; a name must be one of theirs.
        if (typeof targetPort !== 'string' || known.includes(targetPort)) continue;
        report(entry, {
          message: `${describe(entry.object)}: port ${name ?? port} sends to "${targetPort}", a port that its Pods do not have.${didYouMean(targetPort, known.filter(Boolean))}`,
          fix: 'Name a port of the workload.',
          section: `spec.ports[${name ?? port}].targetPort`,
        });
      }
    }
  },
};
