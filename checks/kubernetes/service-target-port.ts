import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { ContainerPort, ServiceSpec } from '../../imports/k8s';
import type { Pods } from '../pod-specs';
import type { Rule } from '../rule';
import { podsWith } from '../selected-pods';
import { specOf } from '../spec-of';
import { asksInVain } from './probe-port';

export const serviceTargetPort: Rule = {
  id: 'kubernetes/service-target-port',
  holds: 'a Service’s named target port is its Pods’',
  category: 'reference',
  effect: 'The Service has no endpoints on that port: connections are refused, and nothing reports it.',
  source: 'kubernetes v1.36, pkg/api/v1/pod: FindPort',
  check(cluster, report) {
    for (const entry of cluster.ofKind('Service')) {
      const { selector = {}, ports = [] } = specOf<Partial<ServiceSpec>>(entry);
      if (Object.keys(selector).length === 0) continue;
      const pods = podsWith(cluster, entry.object.metadata.namespace, selector);
      if (pods.length === 0) continue;
      for (const { name, port, targetPort } of ports) {
        // A number reaches the Pods whatever they declare; a name must be one of theirs.
        if (typeof targetPort !== 'string' || pods.some((each) => hasPort(each, targetPort))) continue;
        // Where their own probes lack it too, kubernetes/probe-port tells.
        if (pods.some((each) => asksInVain(each, targetPort))) continue;
        const known = pods.flatMap(({ containers }) => containers.flatMap(({ container }) => namesOf(container.ports)));
        report(entry, {
          message: `${describe(entry.object)}: port ${name ?? port} sends to "${targetPort}", a port that its Pods do not have.${didYouMean(targetPort, known)}`,
          fix: 'Name a port of the workload.',
          section: `spec.ports[${name ?? port}].targetPort`,
        });
      }
    }
  },
};

const hasPort = ({ containers }: Pods, port: string) =>
  containers.some(({ container }) => container.ports?.some(({ name }) => name === port));

const namesOf = (ports: readonly ContainerPort[] = []) => ports.flatMap(({ name }) => name ?? []);
