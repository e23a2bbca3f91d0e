import { RBAC_KINDS } from '../../facts/rbac';
import type { Cluster } from '../../fleet/cluster';
import type { AppProjectModel, HelmValues } from '../../fleet/model';
import { HelmApplication } from '../argocd/helm-application';
import { Namespace } from '../kubernetes/namespace';

export interface ExternalSecretsProps {
  readonly project: AppProjectModel;
}

const NAMESPACE = 'external-secrets';

const sized = (memory: string, limit: string) => ({
  resources: { requests: { cpu: '10m', memory }, limits: { memory: limit } },
});

const VALUES: HelmValues = {
  installCRDs: true,
  ...sized('64Mi', '256Mi'),
  webhook: sized('32Mi', '128Mi'),
  certController: sized('64Mi', '256Mi'),
};

const NAMESPACED = ['ExternalSecret', 'PushSecret', 'SecretStore'];
const CLUSTER_SCOPED = ['ClusterExternalSecret', 'ClusterPushSecret', 'ClusterSecretStore'];
const GENERATORS = [
  ...['ACRAccessToken', 'BeyondtrustWorkloadCredentialsDynamicSecret', 'CloudsmithAccessToken'],
  ...['ECRAuthorizationToken', 'Fake', 'GCRAccessToken', 'GeneratorState', 'GithubAccessToken', 'GitlabDeployToken'],
  ...['Grafana', 'MFA', 'Password', 'QuayAccessToken', 'SSHKey', 'STSSessionToken', 'UUID', 'VaultDynamicSecret'],
  'Webhook',
];

/**
 * The External Secrets operator: Secrets made from what a store outside the cluster holds. It writes its own certificate
 * into its webhooks. Source: external-secrets/external-secrets, chart 2.8.0.
 */
export class ExternalSecrets extends HelmApplication {
  constructor(cluster: Cluster, props: ExternalSecretsProps) {
    super(cluster, 'external-secrets', {
      project: props.project,
      namespace: NAMESPACE,
      repository: 'https://charts.external-secrets.io',
      chart: 'external-secrets',
      version: '2.8.0',
      values: VALUES,
      ignoreDifferences: ['externalsecret-validate', 'secretstore-validate'].map((name) => ({
        group: 'admissionregistration.k8s.io',
        kind: 'ValidatingWebhookConfiguration',
        name,
        jqPathExpressions: ['.webhooks[].clientConfig.caBundle'],
      })),
      declares: {
        crds: [
          ...[...NAMESPACED, ...CLUSTER_SCOPED].map((kind) => `external-secrets.io/${kind}`),
          ...[...GENERATORS, 'ClusterGenerator'].map((kind) => `generators.external-secrets.io/${kind}`),
        ],
        clusterScoped: [
          ...CLUSTER_SCOPED.map((kind) => `external-secrets.io/${kind}`),
          'generators.external-secrets.io/ClusterGenerator',
        ],
        kinds: [
          ...['Secret', 'Service', 'ServiceAccount', 'apps/Deployment', ...RBAC_KINDS],
          'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
        ],
        secrets: ['external-secrets-webhook'],
      },
    });
    new Namespace(this, NAMESPACE, { openTraffic: 'The API server calls its webhook.' });
  }
}
