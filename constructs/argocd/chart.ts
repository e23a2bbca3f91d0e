import { RBAC_KINDS } from '../../facts/rbac';
import type { Declared } from '../../fleet/model';

/** The chart that installs Argo CD: argo-cd 10.1.1, with Argo CD v3.4.4. */
export const ARGO_CD_CHART = {
  repository: 'https://argoproj.github.io/argo-helm',
  chart: 'argo-cd',
  version: '10.1.1',
} as const;

/**
 * What the chart brings, with its defaults and everything that its props can switch on. Source: `helm template` of
 * argo-cd 10.1.1 for Kubernetes 1.34.
 */
export const ARGO_CD_DECLARES: Declared = {
  crds: ['argoproj.io/Application', 'argoproj.io/ApplicationSet', 'argoproj.io/AppProject'],
  kinds: [
    'ConfigMap',
    'Secret',
    'Service',
    'ServiceAccount',
    'apps/Deployment',
    'apps/StatefulSet',
    'batch/Job',
    'networking.k8s.io/NetworkPolicy',
    ...RBAC_KINDS,
  ],
  secrets: ['argocd-secret', 'argocd-notifications-secret', 'argocd-redis', 'argocd-initial-admin-secret'],
};
