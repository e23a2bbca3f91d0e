import { AppProject } from '../../constructs/argocd/app-project';
import { HelmApplication } from '../../constructs/argocd/helm-application';
import { Namespace } from '../../constructs/kubernetes/namespace';
import type { ClusterSecretStore } from '../../constructs/secrets/secret-store';
import { Application } from '../../fleet/application';
import type { Cluster } from '../../fleet/cluster';
import type { HelmValues } from '../../fleet/model';
import type { Policies } from '../policies/policies';
import { BASELINE } from '../policies/presets';
import { credential } from '../secrets/credential';
import { KUBE_PROMETHEUS_STACK_DECLARES, LOKI_DECLARES, PROMTAIL_DECLARES } from './charts';

export interface MonitoringProps {
  /** The cluster's policies, from which what reads the host is exempt. @default - none */
  readonly policies?: Policies;
  /** What holds Grafana's first password. @default - it is made by hand */
  readonly store?: ClusterSecretStore;
  /** Values of kube-prometheus-stack for this cluster, stronger than the file's. @default - none */
  readonly prometheus?: HelmValues;
  /** Values of Loki for this cluster, stronger than the file's. @default - none */
  readonly loki?: HelmValues;
}

/** Grafana's first user; the values file names the Secret and its keys. */
const GRAFANA_SECRET = { name: 'grafana-admin', keys: ['admin-user', 'admin-password'] } as const;

const NAMESPACE = 'monitoring';

/** Why they are in no backup. */
export const METRICS_AND_LOGS = 'Two weeks of metrics and logs: what is lost with a disk begins anew.';

/** Prometheus, Grafana, Loki and Promtail. What all clusters share is in the values files beside this one. */
export class Monitoring {
  readonly prometheus: HelmApplication;
  readonly loki: HelmApplication;
  readonly promtail: HelmApplication;
  readonly namespace: Namespace;

  constructor(cluster: Cluster, props: MonitoringProps = {}) {
    const project = new AppProject(cluster, 'monitoring', { description: 'Metrics and logs of the cluster' });
    const common = { project, namespace: NAMESPACE };
    const namespace = new Application(cluster, 'monitoring', common);
    // node-exporter and Promtail read the host's files: Pod Security "baseline", which Talos enforces, forbids it.
    this.namespace = new Namespace(namespace, NAMESPACE, {
      podSecurity: 'privileged',
      openTraffic: 'The API server calls the operator’s webhook, and the charts have no NetworkPolicies.',
    });
    props.policies?.exempt(namespace, 'host-readers', {
      policies: BASELINE,
      workloads: ['kube-prometheus-stack-prometheus-node-exporter', 'promtail'],
      reason: 'They read metrics and logs where the node keeps them: its files, its processes, its network.',
    });
    credential(namespace, GRAFANA_SECRET.name, GRAFANA_SECRET.keys, props.store);

    this.prometheus = new HelmApplication(cluster, 'kube-prometheus-stack', {
      ...common,
      repository: 'https://prometheus-community.github.io/helm-charts',
      chart: 'kube-prometheus-stack',
      version: '88.5.3',
      valueFiles: ['apps/monitoring/kube-prometheus-stack.values.yaml'],
      values: props.prometheus,
      declares: KUBE_PROMETHEUS_STACK_DECLARES,
    }).dependsOn(namespace);
    this.loki = new HelmApplication(cluster, 'loki', {
      ...common,
      repository: 'https://grafana.github.io/helm-charts',
      chart: 'loki',
      version: '6.55.0',
      valueFiles: ['apps/monitoring/loki.values.yaml'],
      values: props.loki,
      declares: LOKI_DECLARES,
    }).dependsOn(namespace);
    // End of life with 2026; Alloy follows it.
    this.promtail = new HelmApplication(cluster, 'promtail', {
      ...common,
      repository: 'https://grafana.github.io/helm-charts',
      chart: 'promtail',
      version: '6.17.1',
      valueFiles: ['apps/monitoring/promtail.values.yaml'],
      declares: PROMTAIL_DECLARES,
    }).dependsOn(namespace);
  }
}
