import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Probe } from '../../imports/k8s';
import { type Pods, podsOf } from '../pod-specs';
import type { Rule } from '../rule';

export const probePort: Rule = {
  id: 'kubernetes/probe-port',
  holds: 'a probe’s named port is the container’s',
  category: 'reference',
  effect: 'The probe fails for ever: the Pod is never ready, or is restarted again and again.',
  source: 'kubernetes v1.36, pkg/probe: ResolveContainerPort',
  check(cluster, report) {
    for (const pods of podsOf(cluster)) {
      for (const place of pods.containers) {
        const { container } = place;
        for (const field of PROBES) {
          const port = portOf(container[field]);
          if (typeof port !== 'string') continue;
          const { ports = [] } = container;
          if (ports.some(({ name }) => name === port)) continue;
          const known = ports.flatMap(({ name }) => name ?? []);
          report(pods.entry, {
            message: `${describe(pods.entry.object)}: the ${field} of "${container.name}" asks port "${port}", which the container does not have.${didYouMean(port, known)}`,
            fix: 'Name a port of the same container, or give its number.',
            section: `${place.at}.${field}`,
          });
        }
      }
    }
  },
};

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;

const portOf = (probe: Probe | undefined) => probe?.httpGet?.port ?? probe?.tcpSocket?.port;

/** Whether a probe of these Pods names a port that its container does not have. */
export const asksInVain = ({ containers }: Pods, port: string): boolean =>
  containers.some(
    ({ container }) =>
      PROBES.some((probe) => portOf(container[probe]) === port) && !container.ports?.some(({ name }) => name === port),
  );
