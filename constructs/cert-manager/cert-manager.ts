import { RBAC_KINDS } from '../../facts/rbac';
import type { Cluster } from '../../fleet/cluster';
import type { AppProjectModel } from '../../fleet/model';
import { HelmApplication } from '../argocd/helm-application';
import { Namespace } from '../kubernetes/namespace';
import type { CertManagerValues } from './values';

export interface CertManagerProps {
  readonly project: AppProjectModel;
  /** Stronger than what is chosen here. @default - none */
  readonly values?: CertManagerValues;
}

const NAMESPACE = 'cert-manager';
const GROUP = 'cert-manager.io';

/**
 * cert-manager with its CRDs. On a cluster with Gateway API the gateway-shim is on: Gateways with an issuer get their
 * certificates made.
 */
export class CertManager extends HelmApplication<CertManagerValues> {
  constructor(cluster: Cluster, props: CertManagerProps) {
    const gatewayApi = cluster.props.gatewayApi !== undefined;
    super(cluster, 'cert-manager', {
      project: props.project,
      namespace: NAMESPACE,
      repository: 'https://charts.jetstack.io',
      chart: 'cert-manager',
      version: 'v1.21.1',
      values: { ...valuesFor(), ...props.values, ...configOf(gatewayApi, props.values) },
      declares: {
        crds: [
          ...['Certificate', 'CertificateRequest', 'ClusterIssuer', 'Issuer'].map((kind) => `${GROUP}/${kind}`),
          ...['Challenge', 'Order'].map((kind) => `acme.${GROUP}/${kind}`),
        ],
        clusterScoped: [`${GROUP}/ClusterIssuer`],
        kinds: [
          ...['ConfigMap', 'Service', 'ServiceAccount', 'apps/Deployment', 'batch/Job'],
          ...RBAC_KINDS,
          ...['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'].map(
            (kind) => `admissionregistration.k8s.io/${kind}`,
          ),
        ],
        secrets: ['cert-manager-webhook-ca'],
      },
    });
    // All its Pods, and those that answer challenges, pass "restricted".
    new Namespace(this, NAMESPACE, { openTraffic: 'The API server calls its webhook.' });
  }
}

/** The controller's configuration: what is said of it, and the gateway-shim all the same. */
function configOf(gatewayApi: boolean, values: CertManagerValues = {}): CertManagerValues {
  if (!gatewayApi) return {};
  return {
    config: {
      apiVersion: 'controller.config.cert-manager.io/v1alpha1',
      kind: 'ControllerConfiguration',
      ...values.config,
      gatewayAPI: { enabled: true, ...values.config?.gatewayAPI },
    },
    // The controller reads its configuration when it starts, and the chart does not restart it for a change: this says
    // what was in it.
    podAnnotations: { 'fleet/gateway-api': 'enabled', ...values.podAnnotations },
  };
}

function valuesFor(): CertManagerValues {
  return {
    // Kept: with the CRDs every Certificate would go, and with those the Secrets' owner.
    crds: { enabled: true, keep: true },
    // Else its leases, and the right to write them, are in kube-system.
    global: { leaderElection: { namespace: NAMESPACE } },
    resources: { requests: { cpu: '20m', memory: '128Mi' }, limits: { memory: '256Mi' } },
    webhook: { resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } } },
    cainjector: { resources: { requests: { cpu: '10m', memory: '128Mi' }, limits: { memory: '384Mi' } } },
    // A sync has succeeded only when the webhook answers: what follows needs it.
    startupapicheck: { resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } } },
  };
}
