import type { Application } from '../../fleet/application';
import { deployment, raw, type TestProps } from './cluster';

const kinds = (group: string, ...names: string[]) => names.map((name) => `${group}/${name}`);

/** A cluster with everything that an edge is made of, installed by somebody else. */
export const EDGE = {
  gatewayApi: { version: '1.6', channel: 'standard' },
  externals: {
    storageClasses: ['fast'],
    secrets: ['app/tls'],
    kinds: [
      ...kinds(
        'gateway.networking.k8s.io',
        ...['Gateway', 'ListenerSet', 'HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'],
        ...['ReferenceGrant', 'BackendTLSPolicy'],
      ),
      ...kinds(
        'gateway.envoyproxy.io',
        ...[
          'EnvoyProxy',
          'ClientTrafficPolicy',
          'BackendTrafficPolicy',
          'SecurityPolicy',
          'EnvoyExtensionPolicy',
          'HTTPRouteFilter',
          'Backend',
        ],
      ),
      ...kinds('cert-manager.io', 'Certificate', 'Issuer'),
      ...kinds(
        'metallb.io',
        ...['IPAddressPool', 'L2Advertisement', 'BGPAdvertisement', 'BGPPeer', 'BFDProfile', 'Community'],
      ),
    ],
    clusterScopedKinds: [
      'gateway.networking.k8s.io/GatewayClass',
      'cert-manager.io/ClusterIssuer',
      'snapshot.storage.k8s.io/VolumeSnapshotClass',
    ],
  },
} satisfies TestProps;

export const HTTP = { name: 'http', port: 80, protocol: 'HTTP' };
export const HTTPS = {
  name: 'https',
  port: 443,
  protocol: 'HTTPS',
  tls: { mode: 'Terminate', certificateRefs: [{ name: 'tls' }] },
};
export const TCP = { name: 'game', port: 25565, protocol: 'TCP' };

export function gatewayClass(app: Application, spec: object = {}) {
  raw(app, 'class', {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GatewayClass',
    metadata: { name: 'envoy' },
    spec: { controllerName: 'gateway.envoyproxy.io/gatewayclass-controller', ...spec },
  });
}

/** A Gateway `edge` of the class `envoy`, which is made too. */
export function gateway(app: Application, listeners: readonly object[] = [HTTP], spec: object = {}, annotations = {}) {
  gatewayClass(app);
  raw(app, 'gateway', {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'edge', annotations },
    spec: { gatewayClassName: 'envoy', listeners, ...spec },
  });
}

/** An object of Gateway API. */
export function gatewayObject(app: Application, kind: string, name: string, spec: object, metadata: object = {}) {
  const apiVersion = `gateway.networking.k8s.io/${kind === 'ReferenceGrant' ? 'v1beta1' : 'v1'}`;
  return raw(app, `${kind}-${name}`, { apiVersion, kind, metadata: { name, ...metadata }, spec });
}

/** A route to the Service `web`, attached to the Gateway `edge`. */
export function route(app: Application, kind: string, name: string, spec: object = {}) {
  return gatewayObject(app, kind, name, {
    parentRefs: [{ name: 'edge' }],
    rules: [{ backendRefs: [{ name: 'web', port: 80 }] }],
    ...spec,
  });
}

/** An object of Envoy Gateway. */
export function envoyObject(app: Application, kind: string, name: string, spec: object) {
  const apiVersion = 'gateway.envoyproxy.io/v1alpha1';
  return raw(app, `${kind}-${name}`, { apiVersion, kind, metadata: { name }, spec });
}

/** A Service `web` with its workload. */
export function web(app: Application, ports: readonly object[] = [{ name: 'http', port: 80 }], spec: object = {}) {
  raw(app, 'web', deployment('web', { container: { ports: [{ name: 'http', containerPort: 80 }] } }));
  raw(app, 'web-service', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { selector: { app: 'web' }, ports, ...spec },
  });
}

/** A policy of Envoy Gateway for the Gateway `edge`, or for the route `x`, which are made too. */
export const policyFor =
  (kind: string, spec: object, target: 'Gateway' | 'HTTPRoute' = 'Gateway') =>
  (app: Application): void => {
    web(app);
    gateway(app);
    route(app, 'HTTPRoute', 'x');
    policyObject(app, kind, 'policy', spec, target);
  };

/** A policy alone. */
export function policyObject(app: Application, kind: string, name: string, spec: object, target = 'Gateway') {
  const targetRefs = [{ group: 'gateway.networking.k8s.io', kind: target, name: target === 'Gateway' ? 'edge' : 'x' }];
  return envoyObject(app, kind, name, { targetRefs, ...spec });
}

/** A Gateway whose settings an EnvoyProxy has. */
export const proxyWith =
  (spec: object) =>
  (app: Application): void => {
    envoyObject(app, 'EnvoyProxy', 'proxy', spec);
    const parametersRef = { group: 'gateway.envoyproxy.io', kind: 'EnvoyProxy', name: 'proxy' };
    gateway(app, [HTTP], { infrastructure: { parametersRef } });
  };
