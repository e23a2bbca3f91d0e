import { RBAC_KINDS } from '../../facts/rbac';
import type { Cluster } from '../../fleet/cluster';
import type { AppProjectModel, Declared } from '../../fleet/model';
import type { ResourceRequirements } from '../../imports/k8s';
import { HelmApplication } from '../argocd/helm-application';
import { Namespace } from '../kubernetes/namespace';
import type { MetalLbValues } from './values';

/**
 * Who speaks BGP: MetalLB's own small implementation, or FRR in a DaemonSet of its own. `native` has no BFD, VRF or
 * IPv6; on a single node `frr-k8s` cannot be updated without a hand (metallb/frr-k8s#448).
 */
export type BgpImplementation = 'native' | 'frr-k8s';

export interface MetalLbProps {
  readonly project: AppProjectModel;
  /** @default - frr-k8s, MetalLB's own default; native where the platform has one node */
  readonly bgp?: BgpImplementation;
  /** Takes only Services of this class. @default - Services without a class */
  readonly loadBalancerClass?: string;
}

const NAMESPACE = 'metallb-system';

/** MetalLB: addresses for Services of type LoadBalancer on machines of one's own, announced by ARP/NDP or BGP. */
export class MetalLb extends HelmApplication<MetalLbValues> {
  readonly bgp: BgpImplementation;

  constructor(cluster: Cluster, props: MetalLbProps) {
    const { nodes, name: platform } = cluster.props.platform;
    const bgp = props.bgp ?? (nodes?.length === 1 ? 'native' : 'frr-k8s');
    super(cluster, 'metallb', {
      project: props.project,
      namespace: NAMESPACE,
      repository: 'https://metallb.github.io/metallb',
      chart: 'metallb',
      version: '0.16.1',
      values: valuesFor(bgp, platform, props.loadBalancerClass),
      declares: declaredBy(bgp),
    });
    this.bgp = bgp;
    // The speaker is in the host's network, with raw sockets.
    new Namespace(this, NAMESPACE, { podSecurity: 'privileged', openTraffic: 'The API server calls its webhook.' });
  }
}

const KINDS = ['BFDProfile', 'BGPAdvertisement', 'BGPPeer', 'Community', 'IPAddressPool', 'L2Advertisement'];
const STATUS_KINDS = ['ConfigurationState', 'ServiceBGPStatus', 'ServiceL2Status'];
const FRR_KINDS = ['BGPSessionState', 'FRRConfiguration', 'FRRK8sConfiguration', 'FRRNodeState'];

function declaredBy(bgp: BgpImplementation): Declared {
  const frr = bgp === 'frr-k8s';
  return {
    crds: [
      ...[...KINDS, ...STATUS_KINDS].map((kind) => `metallb.io/${kind}`),
      ...(frr ? FRR_KINDS : []).map((kind) => `frrk8s.metallb.io/${kind}`),
    ],
    kinds: [
      ...['ConfigMap', 'Secret', 'Service', 'ServiceAccount', 'apps/DaemonSet', 'apps/Deployment'],
      ...RBAC_KINDS,
      'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
    ],
    secrets: ['metallb-webhook-cert', 'metallb-memberlist', ...(frr ? ['frr-k8s-webhook-server-cert'] : [])],
  };
}

const sized = (cpu: string, memory: string, limit: string): { resources: ResourceRequirements } => ({
  resources: { requests: { cpu, memory }, limits: { memory: limit } },
});

function valuesFor(bgp: BgpImplementation, platform: string, loadBalancerClass?: string): MetalLbValues {
  return {
    ...(loadBalancerClass === undefined ? {} : { loadBalancerClass }),
    crds: { enabled: true, validationFailurePolicy: 'Fail' },
    controller: {
      ...sized('20m', '64Mi', '192Mi'),
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 65534,
        fsGroup: 65534,
        seccompProfile: { type: 'RuntimeDefault' },
      },
    },
    speaker: {
      ...sized('20m', '64Mi', '192Mi'),
      // Talos labels control planes as no place for load balancers: an address would be given, and never announced.
      ...(platform === 'talos' ? { ignoreExcludeLB: true } : {}),
      frr: { enabled: false },
    },
    frrk8s: { enabled: bgp === 'frr-k8s' },
    ...(bgp === 'frr-k8s'
      ? {
          'frr-k8s': {
            frrk8s: {
              ...sized('20m', '64Mi', '256Mi'),
              frr: sized('20m', '64Mi', '256Mi'),
              reloader: sized('5m', '16Mi', '64Mi'),
              frrMetrics: sized('5m', '32Mi', '128Mi'),
              frrStatus: sized('5m', '32Mi', '128Mi'),
            },
          },
        }
      : {}),
  };
}
