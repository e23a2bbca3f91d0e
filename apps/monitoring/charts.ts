import { RBAC_KINDS } from '../../facts/rbac';
import type { Declared } from '../../fleet/model';

/**
 * What the charts bring with the values files beside this one. Source: `helm template` for Kubernetes 1.34; after
 * a change of version or values, render again and compare.
 */

/** kube-prometheus-stack 88.5.3. */
export const KUBE_PROMETHEUS_STACK_DECLARES: Declared = {
  crds: [
    'AlertmanagerConfig',
    'Alertmanager',
    'PodMonitor',
    'Probe',
    'PrometheusAgent',
    'Prometheus',
    'PrometheusRule',
    'ScrapeConfig',
    'ServiceMonitor',
    'ThanosRuler',
  ].map((kind) => `monitoring.coreos.com/${kind}`),
  kinds: [
    'ConfigMap',
    'Secret',
    'Service',
    'ServiceAccount',
    'admissionregistration.k8s.io/MutatingWebhookConfiguration',
    'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
    'apps/DaemonSet',
    'apps/Deployment',
    'batch/Job',
    ...['Alertmanager', 'Prometheus', 'PrometheusRule', 'ServiceMonitor'].map((k) => `monitoring.coreos.com/${k}`),
    ...RBAC_KINDS,
  ],
  // The Service of CoreDNS's metrics.
  namespaces: ['kube-system'],
  secrets: ['kube-prometheus-stack-admission', 'alertmanager-kube-prometheus-stack-alertmanager'],
  needsSecrets: ['grafana-admin'],
  claims: [
    'prometheus-kube-prometheus-stack-prometheus-db-prometheus-kube-prometheus-stack-prometheus-0',
    'alertmanager-kube-prometheus-stack-alertmanager-db-alertmanager-kube-prometheus-stack-alertmanager-0',
  ].map((name) => ({ name })),
};

/** loki 6.55.0 as a single binary, without canary, caches and rules sidecar. */
export const LOKI_DECLARES: Declared = {
  kinds: ['ConfigMap', 'Service', 'ServiceAccount', 'apps/Deployment', 'apps/StatefulSet'],
  claims: [{ name: 'storage-loki-0' }],
};

/** promtail 6.17.1 with its configuration in a ConfigMap. */
export const PROMTAIL_DECLARES: Declared = {
  kinds: [
    'ConfigMap',
    'ServiceAccount',
    'apps/DaemonSet',
    'rbac.authorization.k8s.io/ClusterRole',
    'rbac.authorization.k8s.io/ClusterRoleBinding',
  ],
};
