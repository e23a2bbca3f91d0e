import type { Entry } from '../../fleet/model';
import type { ServiceSpec } from '../../imports/k8s';
import type { ClusterView } from '../cluster-view';
import { policyTargetsOf } from '../envoy-gateway/policies';
import { ENVOY_PROXY, isEnvoys, kubernetesOf, proxiesOf, serviceAnnotationsOf } from '../envoy-gateway/settings';
import { listenersOf } from '../gateway/listeners';
import { GATEWAY } from '../gateway/shapes';

/** A Service of type LoadBalancer on OpenStack: one of the cluster's, or what an EnvoyProxy makes. */
export interface OctaviaService {
  readonly entry: Entry;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: Partial<ServiceSpec>;
  /** Whether it has a UDP port. */
  readonly udp: boolean;
  /** Where its annotations stand. */
  readonly at: string;
}

export function* octaviaServicesOf(cluster: ClusterView): Iterable<OctaviaService> {
  if (cluster.facts.platform.infrastructure !== 'openstack') return;
  for (const entry of cluster.ofKind('Service')) {
    const spec = (entry.object['spec'] ?? {}) as ServiceSpec;
    // With a class it is another controller's.
    if (spec.type !== 'LoadBalancer' || spec.loadBalancerClass !== undefined) continue;
    const { annotations = {} } = entry.object.metadata;
    const udp = (spec.ports ?? []).some(({ protocol }) => protocol === 'UDP');
    yield { entry, annotations, spec, udp, at: 'metadata.annotations' };
  }
  const told = new Set<Entry>();
  for (const gateway of cluster.ofKind(GATEWAY)) {
    if (!isEnvoys(cluster, gateway)) continue;
    const [proxy = gateway] = proxiesOf(cluster, gateway);
    told.add(proxy);
    const annotations = serviceAnnotationsOf(cluster, gateway);
    yield* proxyService(proxy, annotations, hasUdp(cluster, gateway));
  }
  for (const proxy of cluster.ofKind(ENVOY_PROXY)) {
    if (told.has(proxy)) continue;
    const { annotations = {} } = (kubernetesOf(proxy)['envoyService'] ?? {}) as {
      annotations?: Record<string, string>;
    };
    yield* proxyService(proxy, annotations, false);
  }
}

/** The Service of a Gateway's proxies: a load balancer with traffic policy Local where nothing else is said. */
function* proxyService(
  entry: Entry,
  annotations: OctaviaService['annotations'],
  udp: boolean,
): Iterable<OctaviaService> {
  const said = entry.object.kind === 'EnvoyProxy' ? kubernetesOf(entry)['envoyService'] : undefined;
  const spec: Partial<ServiceSpec> = { type: 'LoadBalancer', externalTrafficPolicy: 'Local', ...(said ?? {}) };
  if (spec.type !== 'LoadBalancer' || spec.loadBalancerClass !== undefined) return;
  const at = entry.object.kind === 'EnvoyProxy' ? 'spec.provider.kubernetes.envoyService' : 'spec.infrastructure';
  yield { entry, annotations, spec, udp, at };
}

/** Whether a Gateway has a UDP port; HTTP/3 is one more. */
function hasUdp(cluster: ClusterView, gateway: Entry): boolean {
  const http3 = policyTargetsOf(cluster).some(
    ({ policy, target }) => target === gateway && 'http3' in Object(policy.object['spec']),
  );
  return http3 || listenersOf(cluster).some((l) => l.gateway === gateway && l.protocol === 'UDP');
}
