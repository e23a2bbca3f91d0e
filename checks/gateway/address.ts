import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { GATEWAY, gatewaySpec } from './shapes';

export const address: Rule = {
  id: 'gateway/address',
  effect:
    'UnsupportedAddress or AddressNotUsable; an IP becomes an externalIP of the Service, not the load balancer’s address, and nothing says so.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/status/gateway.go, internal/infrastructure/kubernetes/proxy',
  check(cluster, report) {
    for (const entry of cluster.ofKind(GATEWAY)) {
      for (const { type = 'IPAddress', value } of gatewaySpec(entry).addresses ?? []) {
        report(entry, {
          message: `${describe(entry.object)} asks for the address ${value} (${type}).`,
          fix: 'Ask the load balancer: annotations or `loadBalancerIP` of the EnvoyProxy’s Service.',
          section: 'spec.addresses',
        });
      }
    }
  },
};
