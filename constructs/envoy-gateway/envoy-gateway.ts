import {
  ENVOY_CONTROLLER,
  ENVOY_GATEWAY_GROUP,
  ENVOY_GATEWAY_RELEASES,
  type EnvoyGatewayVersion,
} from '../../facts/envoy-gateway';
import { RBAC_KINDS } from '../../facts/rbac';
import type { Cluster } from '../../fleet/cluster';
import type { AppProjectModel } from '../../fleet/model';
import type { ResourceRequirements } from '../../imports/k8s';
import { addHealthChecks } from '../argocd/health-checks';
import { HelmApplication } from '../argocd/helm-application';
import { GatewayClass } from '../gateway/gateway-class';
import { policyHealth } from '../gateway/health';
import { Namespace } from '../kubernetes/namespace';
import { ENVOY_GATEWAY_NAMESPACE } from './proxies';
import type { EnvoyGatewayValues } from './values';

export interface EnvoyGatewayProps {
  readonly project: AppProjectModel;
  /** The project of its CRDs: one that may write nothing else is safer. @default - `project` */
  readonly crdsProject?: AppProjectModel;
  /** It has to fit the cluster's Gateway API: 1.9 reads what 1.6 has, 1.8 what 1.5 has. @default 1.9 */
  readonly version?: EnvoyGatewayVersion;
  /** Of the controller; the proxies' number is the EnvoyProxy's. @default 1 */
  readonly replicas?: number;
  /** Of the controller. @default - 100m and 256Mi, 1Gi at most */
  readonly resources?: ResourceRequirements;
  /** Lets routes send to Backend objects: addresses outside the cluster. @default false */
  readonly enableBackend?: boolean;
  /** The GatewayClass' name. @default envoy */
  readonly className?: string;
}

const REPOSITORY = 'docker.io/envoyproxy';
const POLICIES = ['BackendTrafficPolicy', 'ClientTrafficPolicy', 'SecurityPolicy'];
const KINDS = [
  'Backend',
  'BackendTrafficPolicy',
  'ClientTrafficPolicy',
  'EnvoyExtensionPolicy',
  'EnvoyPatchPolicy',
  'EnvoyProxy',
  'HTTPRouteFilter',
  'SecurityPolicy',
];

/**
 * Envoy Gateway: the controller, its CRDs in an application of their own before it, and a GatewayClass. The CRDs of
 * Gateway API are GatewayApi's. It looks for CRDs once, when it starts: they have to be there first.
 */
export class EnvoyGateway extends HelmApplication<EnvoyGatewayValues> {
  readonly class: GatewayClass;

  constructor(cluster: Cluster, props: EnvoyGatewayProps) {
    const { project, crdsProject = project, version = '1.9', replicas = 1 } = props;
    const release = ENVOY_GATEWAY_RELEASES[version];
    super(cluster, 'envoy-gateway', {
      project,
      namespace: ENVOY_GATEWAY_NAMESPACE,
      repository: REPOSITORY,
      chart: 'gateway-helm',
      version: release,
      // Until 1.8 the CRDs stand in crds/, from 1.9 on there is a switch.
      skipCrds: version !== '1.9',
      values: valuesOf(version, props),
      declares: {
        kinds: [
          ...['ConfigMap', 'Service', 'ServiceAccount', 'apps/Deployment', 'batch/Job'],
          ...RBAC_KINDS,
          ...(replicas > 1 ? ['policy/PodDisruptionBudget'] : []),
        ],
        // Made by the chart's job, for the controller and its proxies to trust each other.
        secrets: ['envoy', 'envoy-gateway', 'envoy-oidc-hmac', 'envoy-rate-limit'],
      },
    });
    const crds = new HelmApplication(cluster, 'envoy-gateway-crds', {
      project: crdsProject,
      namespace: 'default',
      repository: REPOSITORY,
      chart: 'gateway-crds-helm',
      version: release,
      values: { crds: { envoyGateway: { enabled: true } } },
      declares: { crds: KINDS.map((kind) => `${ENVOY_GATEWAY_GROUP}/${kind}`) },
    });
    this.dependsOn(crds);
    // The controller and its proxies pass "restricted".
    new Namespace(this, ENVOY_GATEWAY_NAMESPACE, { openTraffic: 'The proxies take what comes in from outside.' });
    addHealthChecks(
      this,
      POLICIES.map((kind) => `${ENVOY_GATEWAY_GROUP}/${kind}`),
      policyHealth,
    );
    this.class = new GatewayClass(this, props.className ?? 'envoy', { controllerName: ENVOY_CONTROLLER });
  }
}

function valuesOf(version: EnvoyGatewayVersion, props: EnvoyGatewayProps): EnvoyGatewayValues {
  const { replicas = 1, enableBackend, resources } = props;
  return {
    ...(version === '1.9' ? { crds: { enabled: false } } : {}),
    deployment: {
      replicas,
      envoyGateway: {
        resources: resources ?? { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } },
      },
    },
    ...(replicas > 1 ? { podDisruptionBudget: { minAvailable: 1 } } : {}),
    certgen: {
      job: {
        resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '256Mi' } },
        // The chart gives its Pods a label of its own only: a policy that asks for a name would stop every sync.
        pod: { labels: { 'app.kubernetes.io/name': 'envoy-gateway-certgen' } },
      },
    },
    // Zone labels on proxies need a webhook that every sync deletes and makes again. The chart writes its switch
    // where the controller does not read it (v1.9.0), so it is said twice.
    topologyInjector: { enabled: false },
    config: {
      envoyGateway: {
        gateway: { controllerName: ENVOY_CONTROLLER },
        provider: { type: 'Kubernetes', kubernetes: { proxyTopologyInjector: { disabled: true } } },
        logging: { level: { default: 'info' } },
        ...(enableBackend ? { extensionApis: { enableBackend } } : {}),
      },
    },
  };
}
