import type { CrdSource } from '../../cli/import/crd-source';

const PLURALS = [
  'backends',
  'backendtrafficpolicies',
  'clienttrafficpolicies',
  'envoyproxies',
  'httproutefilters',
  'securitypolicies',
];

/** Parts that repeat Kubernetes' own Pod types: any object there, for the sake of size. */
const POD = ['affinity', 'topologySpreadConstraints', 'volumes', 'securityContext', 'tolerations'];

/** Envoy Gateway's own kinds, for `npm run import`. */
export const crds: CrdSource = {
  system: 'envoy-gateway',
  repository: 'envoyproxy/gateway',
  tag: 'v1.9.0',
  files: Object.fromEntries(
    PLURALS.map((plural) => [
      `${plural}.gateway.envoyproxy.io`,
      `charts/gateway-helm/charts/crds/crds/generated/gateway.envoyproxy.io_${plural}.yaml`,
    ]),
  ),
  cut: {
    'envoyproxies.gateway.envoyproxy.io': [
      ...POD.map((part) => `spec.provider.kubernetes.envoyDeployment.pod.${part}`),
      'spec.provider.kubernetes.envoyDeployment.initContainers',
      'spec.provider.kubernetes.envoyDeployment.container.volumeMounts',
      'spec.provider.kubernetes.envoyDaemonSet',
      'spec.provider.host',
      'spec.telemetry',
      'spec.dynamicModules',
      'spec.backendTLS',
      'status',
    ],
    'securitypolicies.gateway.envoyproxy.io': [
      'spec.extAuth',
      'spec.oidc.provider.backendSettings',
      'spec.oidc.provider.backendRefs',
      'spec.jwt.providers[].remoteJWKS.backendSettings',
      'spec.jwt.providers[].remoteJWKS.backendRefs',
      'status',
    ],
    'backendtrafficpolicies.gateway.envoyproxy.io': ['spec.telemetry', 'status'],
  },
};
