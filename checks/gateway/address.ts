import { describe } from '../../fleet/object';
import { isEnvoys } from '../envoy-gateway/settings';
import type { Rule } from '../rule';
import { GATEWAY, gatewaySpec } from './shapes';

export const address: Rule = {
  id: 'gateway/address',
  reason: 'UnsupportedAddress',
  effect:
    'UnsupportedAddress or AddressNotUsable; an IP becomes an externalIP of the Service, not the load balancer’s address, and nothing says so.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/status/gateway.go, internal/infrastructure/kubernetes/proxy',
  check(cluster, report) {
    for (const entry of cluster.ofKind(GATEWAY)) {
      if (!isEnvoys(cluster, entry)) continue;
      for (const { type = 'IPAddress', value } of gatewaySpec(entry).addresses ?? []) {
        report(entry, {
          // Sometimes meant: an externalIP, or the address of a ClusterIP Service.
          severity: type === 'IPAddress' ? 'warning' : 'error',
          message: `${describe(entry.object)} asks for the address ${value} (${type}).`,
          fix: 'Ask the load balancer: annotations or `loadBalancerIP` of the EnvoyProxy’s Service.',
          section: 'spec.addresses',
        });
      }
    }
  },
};
