import { ENVOY_GATEWAY_GROUP } from '../../facts/envoy-gateway';
import type { Entry } from '../../fleet/model';
import type { ServiceSpec } from '../../imports/k8s';
import type { ClusterView } from '../cluster-view';
import { ENVOY_PROXY } from '../envoy-gateway/policies';
import { listenersOf } from '../gateway/listeners';

const CLIENT_TRAFFIC_POLICY = `${ENVOY_GATEWAY_GROUP}/ClientTrafficPolicy`;

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

interface ProxySpec {
  readonly provider?: {
    readonly kubernetes?: { readonly envoyService?: Partial<ServiceSpec> & { annotations?: Record<string, string> } };
  };
}

export function* octaviaServicesOf(cluster: ClusterView): Iterable<OctaviaService> {
  if (cluster.facts.platform.infrastructure !== 'openstack') return;
  for (const entry of cluster.ofKind('Service')) {
    const spec = (entry.object['spec'] ?? {}) as ServiceSpec;
    if (spec.type !== 'LoadBalancer') continue;
    const { annotations = {} } = entry.object.metadata;
    const udp = (spec.ports ?? []).some(({ protocol }) => protocol === 'UDP');
    yield { entry, annotations, spec, udp, at: 'metadata.annotations' };
  }
  // HTTP/3 is a UDP port more.
  const http3 = [...cluster.ofKind(CLIENT_TRAFFIC_POLICY)].some(
    ({ object }) => 'http3' in ((object['spec'] ?? {}) as object),
  );
  const udp = http3 || listenersOf(cluster).some(({ protocol }) => protocol === 'UDP');
  for (const entry of cluster.ofKind(ENVOY_PROXY)) {
    const { envoyService: spec = {} } = ((entry.object['spec'] ?? {}) as ProxySpec).provider?.kubernetes ?? {};
    if ((spec.type ?? 'LoadBalancer') !== 'LoadBalancer') continue;
    // Envoy Gateway's own default.
    const service = { externalTrafficPolicy: 'Local', ...spec };
    yield {
      entry,
      annotations: spec.annotations ?? {},
      spec: service,
      udp,
      at: 'spec.provider.kubernetes.envoyService',
    };
  }
}
