import { isIP } from 'node:net';
import { isDnsSubdomain } from '../../fleet/names';
import { describe } from '../../fleet/object';
import { isEnvoys } from '../envoy-gateway/settings';
import type { Rule } from '../rule';
import { GATEWAY, gatewaySpec } from './shapes';

export const address: Rule = {
  id: 'gateway/address',
  holds: 'a Gateway asks for addresses that its controller can give',
  reason: 'UnsupportedAddress',
  effect:
    'UnsupportedAddress or AddressNotUsable; an IP becomes an externalIP of the Service, not the load balancer’s address, and nothing says so.',
  source:
    'Gateway API v1.6.1, apis/v1/gateway_types.go: GatewaySpecAddress; Envoy Gateway v1.9.0, internal/gatewayapi/status/gateway.go, internal/infrastructure/kubernetes/proxy',
  check(cluster, report) {
    for (const entry of cluster.ofKind(GATEWAY)) {
      const isOurs = isEnvoys(cluster, entry);
      for (const { type = 'IPAddress', value = '' } of gatewaySpec(entry).addresses ?? []) {
        if (!isAddress(type, value)) {
          report(entry, {
            message: `${describe(entry.object)}: the address "${value}" is no ${type}.`,
            effect: 'The API server refuses the Gateway, with all its listeners.',
            fix: 'Write an IP address, or a host without a port and `type: Hostname`.',
            section: 'spec.addresses',
          });
          continue;
        }
        if (!isOurs) continue;
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

/** Whether the API server takes it: nothing asks for any of the type, and own types may be anything. */
function isAddress(type: string, value: string): boolean {
  if (value === '') return true;
  if (type === 'IPAddress') return isIP(value) !== 0;
  return type !== 'Hostname' || isDnsSubdomain(value.replace(/^\*\./, ''));
}
