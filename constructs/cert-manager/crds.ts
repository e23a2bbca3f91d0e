import type { CrdSource } from '../../cli/import/crd-source';

/** A solver's Pod: the defaults pass Pod Security "restricted". */
const SOLVER_PODS = ['gatewayHTTPRoute.podTemplate', 'ingress.podTemplate'].map(
  (part) => `spec.acme.solvers[].http01.${part}`,
);

/** cert-manager's kinds, for `npm run import`. */
export const crds: CrdSource = {
  system: 'cert-manager',
  repository: 'cert-manager/cert-manager',
  tag: 'v1.21.1',
  files: Object.fromEntries(
    ['certificates', 'issuers', 'clusterissuers'].map((plural) => [
      `${plural}.cert-manager.io`,
      `deploy/crds/cert-manager.io_${plural}.yaml`,
    ]),
  ),
  cut: {
    'issuers.cert-manager.io': [...SOLVER_PODS, 'status'],
    'clusterissuers.cert-manager.io': [...SOLVER_PODS, 'status'],
  },
};
