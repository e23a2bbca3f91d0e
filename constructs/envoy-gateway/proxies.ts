import type { NetworkPolicyPeer } from '../../imports/k8s';
import type { Gateway } from '../gateway/gateway';

/** Where the controller and its proxies run. */
export const ENVOY_GATEWAY_NAMESPACE = 'envoy-gateway-system';

/** A Gateway's proxies, for NetworkPolicies that let nobody else in. */
export function proxiesOf(gateway: Gateway): NetworkPolicyPeer {
  return {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': ENVOY_GATEWAY_NAMESPACE } },
    podSelector: {
      matchLabels: {
        'gateway.envoyproxy.io/owning-gateway-name': gateway.name,
        'gateway.envoyproxy.io/owning-gateway-namespace': gateway.namespace ?? 'default',
      },
    },
  };
}
