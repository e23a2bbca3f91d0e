import type { GatewayApiKind, GatewayApiVersion } from './gateway-api';

/** Envoy Gateway: what its releases read. Source: envoyproxy/gateway v1.7.5, v1.8.3, v1.9.0, internal/provider/kubernetes/controller.go. */

export const ENVOY_GATEWAY_VERSIONS = ['1.7', '1.8', '1.9'] as const;
export type EnvoyGatewayVersion = (typeof ENVOY_GATEWAY_VERSIONS)[number];

export const ENVOY_GATEWAY_GROUP = 'gateway.envoyproxy.io';

/** The release of each minor that is installed. */
export const ENVOY_GATEWAY_RELEASES: Readonly<Record<EnvoyGatewayVersion, string>> = {
  '1.7': 'v1.7.5',
  '1.8': 'v1.8.3',
  '1.9': 'v1.9.0',
};

/** The release of the chart gateway-crds-helm that carries each Gateway API: 1.4.1, 1.5.1 and 1.6.1. */
export const GATEWAY_CRDS_RELEASES: Readonly<Record<GatewayApiVersion, string>> = {
  '1.4': 'v1.7.5',
  '1.5': 'v1.8.3',
  '1.6': 'v1.9.0',
};

/**
 * The version at which it lists a kind; other kinds it lists at v1. Where the cluster does not serve that version,
 * the objects are passed over without a word.
 */
export const ENVOY_GATEWAY_READS: Readonly<
  Record<EnvoyGatewayVersion, Readonly<Partial<Record<GatewayApiKind, string>>>>
> = {
  // It knows no ListenerSet but the experimental group's.
  '1.7': {
    TCPRoute: 'v1alpha2',
    UDPRoute: 'v1alpha2',
    TLSRoute: 'v1alpha3',
    ListenerSet: 'none',
    ReferenceGrant: 'v1beta1',
  },
  '1.8': { TCPRoute: 'v1alpha2', UDPRoute: 'v1alpha2', ReferenceGrant: 'v1beta1' },
  '1.9': { ReferenceGrant: 'v1beta1' },
};

/** The ports that its proxies use themselves. */
export const ENVOY_OWN_PORTS: readonly number[] = [19001, 19002, 19003];

/** What is added to a listener's port below 1024 inside the proxy. */
export const ENVOY_PORT_SHIFT = 10_000;

/** The GatewayClass' controllerName. */
export const ENVOY_CONTROLLER = 'gateway.envoyproxy.io/gatewayclass-controller';
