import { CEL_GROUP, CLASSIC_GROUP, hasCelKinds, kyvernoChart, NEWEST_KYVERNO } from '../../facts/kyverno';
import { RBAC_KINDS } from '../../facts/rbac';
import type { Cluster } from '../../fleet/cluster';
import type { AppProjectModel, Declared } from '../../fleet/model';
import { report } from '../../fleet/report';
import { addHealthChecks } from '../argocd/health-checks';
import { HelmApplication } from '../argocd/helm-application';
import { Namespace } from '../kubernetes/namespace';
import { policyHealth } from './health';
import type { KyvernoValues } from './values';

export interface KyvernoProps {
  readonly project: AppProjectModel;
  /** Replicas of what answers the API server: none of them, and an enforced policy refuses all. @default - 1 where the platform has one node, else 3 */
  readonly replicas?: number;
  /** Metrics for Prometheus, by monitors of the Prometheus operator. @default false */
  readonly monitoring?: boolean;
}

const NAMESPACE = 'kyverno';

/** Kyverno, in the release that the cluster's facts name. Policies and exceptions are objects of other applications. */
export class Kyverno extends HelmApplication<KyvernoValues> {
  constructor(cluster: Cluster, props: KyvernoProps) {
    const { kyverno, platform } = cluster.props;
    const version = kyverno?.version ?? NEWEST_KYVERNO;
    const { project, replicas = platform.nodes?.length === 1 ? 1 : 3, monitoring = false } = props;
    super(cluster, 'kyverno', {
      project,
      namespace: NAMESPACE,
      repository: 'https://kyverno.github.io/kyverno',
      chart: 'kyverno',
      version: kyvernoChart(version),
      values: valuesOf(replicas, monitoring),
      declares: declaresOf(replicas, monitoring),
    });
    if (!kyverno) {
      report(this, {
        rule: 'kyverno/version',
        message: `Cluster ${cluster.name} installs Kyverno, and does not say which.`,
        effect: 'Policies and checks would not know which kinds it serves.',
        fix: `Say it in the cluster's facts: \`kyverno: { version: '${NEWEST_KYVERNO}' }\`.`,
      });
    }
    new Namespace(this, NAMESPACE, { openTraffic: 'The API server calls its webhooks.' });
    if (hasCelKinds(version)) addHealthChecks(this, WITH_STATUS, policyHealth);
  }
}

/**
 * Exceptions count in every namespace, beside the workloads that need them. The chart's roles let admins of a namespace write
 * exceptions; here only Argo CD writes.
 */
function valuesOf(replicas: number, monitoring: boolean): KyvernoValues {
  const monitor = monitoring ? { serviceMonitor: { enabled: true } } : {};
  return {
    config: { preserve: false },
    features: { policyExceptions: { enabled: true, namespace: '*' } },
    admissionController: { replicas, ...monitor },
    // These elect one that works; a second one only waits.
    backgroundController: { replicas: 1, ...monitor },
    cleanupController: { replicas: 1, ...monitor },
    reportsController: { replicas: 1, ...monitor },
  };
}

const CEL_KINDS = ['ValidatingPolicy', 'MutatingPolicy', 'GeneratingPolicy', 'ImageValidatingPolicy', 'DeletingPolicy'];
const CEL_CRDS = [...CEL_KINDS, ...CEL_KINDS.map((kind) => `Namespaced${kind}`), 'PolicyException'].map(
  (kind) => `${CEL_GROUP}/${kind}`,
);
const CLASSIC_CRDS = [
  ...['CleanupPolicy', 'ClusterCleanupPolicy', 'ClusterPolicy', 'GlobalContextEntry', 'Policy', 'PolicyException'],
  'UpdateRequest',
].map((kind) => `${CLASSIC_GROUP}/${kind}`);
const REPORT_CRDS = [
  'reports.kyverno.io/ClusterEphemeralReport',
  'reports.kyverno.io/EphemeralReport',
  'wgpolicyk8s.io/ClusterPolicyReport',
  'wgpolicyk8s.io/PolicyReport',
];

/** Kinds whose status says whether they are ready. */
const WITH_STATUS = ['ValidatingPolicy', 'MutatingPolicy', 'GeneratingPolicy', 'ImageValidatingPolicy'].flatMap(
  (kind) => [kind, `Namespaced${kind}`].map((each) => `${CEL_GROUP}/${each}`),
);

/** kyverno 3.9.0, read from `helm template`; earlier charts bring no more than that. */
function declaresOf(replicas: number, monitoring: boolean): Declared {
  return {
    crds: [...CEL_CRDS, ...CLASSIC_CRDS, ...REPORT_CRDS],
    clusterScoped: ['reports.kyverno.io/ClusterEphemeralReport', 'wgpolicyk8s.io/ClusterPolicyReport'],
    kinds: [
      ...['ConfigMap', 'Service', 'ServiceAccount', 'apps/Deployment', 'batch/Job', ...RBAC_KINDS],
      // The chart makes one wherever there are several replicas.
      ...(replicas > 1 ? ['policy/PodDisruptionBudget'] : []),
      ...(monitoring ? ['monitoring.coreos.com/ServiceMonitor'] : []),
    ],
    services: ['kyverno-svc'],
  };
}
