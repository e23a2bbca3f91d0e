import { RBAC_KINDS } from '../../facts/rbac';
import type { Cluster } from '../../fleet/cluster';
import type { AppProjectModel } from '../../fleet/model';
import { HelmApplication } from '../argocd/helm-application';
import { Namespace } from '../kubernetes/namespace';

/** Values of the chart gatekeeper, as far as they are set here. Source: open-policy-agent/gatekeeper v3.23.0, charts/gatekeeper. */
export interface GatekeeperValues {
  readonly replicas: number;
  readonly auditInterval: number;
  readonly disableMutation: boolean;
  readonly validatingWebhookFailurePolicy: 'Fail' | 'Ignore';
  readonly upgradeCRDs: { readonly enabled: boolean };
  readonly postInstall: {
    readonly labelNamespace: { readonly enabled: boolean };
    readonly probeWebhook: { readonly enabled: boolean };
  };
}

export interface GatekeeperProps {
  readonly project: AppProjectModel;
  /** Replicas of what answers the API server. @default - 1 where the platform has one node, else 3 */
  readonly replicas?: number;
  /** How often what is there already is looked at, in seconds. @default 60 */
  readonly auditInterval?: number;
  /** What happens where Gatekeeper does not answer. @default Ignore, as the chart's */
  readonly failurePolicy?: 'Fail' | 'Ignore';
}

const NAMESPACE = 'gatekeeper-system';

/** Gatekeeper: constraints from templates, beside or in place of Kyverno. Its own mutation is off. */
export class Gatekeeper extends HelmApplication<GatekeeperValues> {
  constructor(cluster: Cluster, props: GatekeeperProps) {
    const { project, auditInterval = 60, failurePolicy = 'Ignore' } = props;
    const { replicas = cluster.props.platform.nodes?.length === 1 ? 1 : 3 } = props;
    super(cluster, 'gatekeeper', {
      project,
      namespace: NAMESPACE,
      repository: 'https://open-policy-agent.github.io/gatekeeper/charts',
      chart: 'gatekeeper',
      version: '3.23.0',
      values: {
        replicas,
        auditInterval,
        disableMutation: true,
        validatingWebhookFailurePolicy: failurePolicy,
        // Argo CD applies the chart's crds/ folder; the jobs that label the Namespace and wait for the webhook are not for it.
        upgradeCRDs: { enabled: false },
        postInstall: { labelNamespace: { enabled: false }, probeWebhook: { enabled: false } },
      },
      declares: {
        crds: CRDS,
        clusterScoped: CLUSTER_SCOPED,
        kinds: [
          ...['ResourceQuota', 'Secret', 'Service', 'ServiceAccount', 'apps/Deployment', 'policy/PodDisruptionBudget'],
          'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
          ...RBAC_KINDS,
        ],
        secrets: ['gatekeeper-webhook-server-cert'],
      },
    });
    new Namespace(this, NAMESPACE, {
      openTraffic: 'The API server calls its webhook.',
      // It must not be kept from coming up by its own constraints.
      labels: { 'admission.gatekeeper.sh/ignore': 'no-self-managing' },
    });
  }
}

/** The chart's crds/ folder. */
const CLUSTER_SCOPED = [
  'templates.gatekeeper.sh/ConstraintTemplate',
  ...['Assign', 'AssignImage', 'AssignMetadata', 'ModifySet'].map((kind) => `mutations.gatekeeper.sh/${kind}`),
  'expansion.gatekeeper.sh/ExpansionTemplate',
  'externaldata.gatekeeper.sh/Provider',
  'syncset.gatekeeper.sh/SyncSet',
];
const CRDS = [
  ...CLUSTER_SCOPED,
  'config.gatekeeper.sh/Config',
  'connection.gatekeeper.sh/Connection',
  ...[
    'ConfigPodStatus',
    'ConnectionPodStatus',
    'ConstraintPodStatus',
    'ConstraintTemplatePodStatus',
    'ExpansionTemplatePodStatus',
    'MutatorPodStatus',
    'ProviderPodStatus',
  ].map((kind) => `status.gatekeeper.sh/${kind}`),
];
