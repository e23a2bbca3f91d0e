import { ENVOY_GATEWAY_READS, ENVOY_GATEWAY_VERSIONS, type EnvoyGatewayVersion } from '../../facts/envoy-gateway';
import { GATEWAY_API_GROUP, type GatewayApiKind, servedVersions } from '../../facts/gateway-api';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';

const KINDS: readonly GatewayApiKind[] = [
  'TCPRoute',
  'UDPRoute',
  'TLSRoute',
  'ListenerSet',
  'BackendTLSPolicy',
  'GRPCRoute',
];

export const kindRead: Rule = {
  id: 'envoy-gateway/kind-read',
  holds: 'Envoy Gateway’s release reads the routes that the cluster’s Gateway API serves',
  category: 'reference',
  effect: 'The controller passes the objects over: they get no status, and nothing serves them.',
  source: 'Envoy Gateway v1.7.5, v1.8.3, v1.9.0, internal/provider/kubernetes/controller.go: watchResources',
  check(cluster, report) {
    const { gatewayApi } = cluster.facts;
    const release = /^v?(\d+\.\d+)\./.exec(cluster.chart('gateway-helm')?.version ?? '')?.[1];
    if (!gatewayApi || !release || !isKnown(release)) return;
    for (const kind of KINDS) {
      const read = ENVOY_GATEWAY_READS[release][kind] ?? 'v1';
      const served = servedVersions(kind, gatewayApi);
      if (served.length === 0 || served.includes(read)) continue;
      for (const entry of cluster.ofKind(`${GATEWAY_API_GROUP}/${kind}`)) {
        report(entry, {
          message: `${describe(entry.object)}: Envoy Gateway ${release} ${read === 'none' ? `knows no ${kind}` : `reads ${kind} in ${read}`}, and the ${gatewayApi.channel} channel of Gateway API ${gatewayApi.version} serves it in ${served.join(', ')}.`,
          fix: 'Take the pair of one time: Envoy Gateway 1.9 with Gateway API 1.6, 1.8 with 1.5, 1.7 with 1.4.',
          section: 'apiVersion',
        });
      }
    }
  },
};

const isKnown = (release: string): release is EnvoyGatewayVersion =>
  (ENVOY_GATEWAY_VERSIONS as readonly string[]).includes(release);
