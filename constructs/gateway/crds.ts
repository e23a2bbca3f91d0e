import type { CrdSource } from '../../cli/import/crd-source';

const PLURALS = [
  'backendtlspolicies',
  'gatewayclasses',
  'gateways',
  'grpcroutes',
  'httproutes',
  'listenersets',
  'referencegrants',
  'tcproutes',
  'tlsroutes',
  'udproutes',
];

/** Gateway API's kinds, for `npm run import`: the experimental channel, which has all fields of the standard one. */
export const crds: CrdSource = {
  system: 'gateway-api/experimental',
  repository: 'kubernetes-sigs/gateway-api',
  tag: 'v1.6.1',
  files: Object.fromEntries(
    PLURALS.map((plural) => [
      `${plural}.gateway.networking.k8s.io`,
      `config/crd/experimental/gateway.networking.k8s.io_${plural}.yaml`,
    ]),
  ),
};
