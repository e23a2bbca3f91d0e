import { Construct } from 'constructs';
import { ENVOY_GATEWAY_GROUP } from '../../facts/envoy-gateway';
import type { ResourceRequirements } from '../../imports/k8s';
import type { Parameters } from '../gateway/gateway-class';
import { envoyObject, namespaceOf } from './api-object';

export interface EnvoyServiceProps {
  /** @default LoadBalancer */
  readonly type?: 'LoadBalancer' | 'ClusterIP' | 'NodePort';
  /** For the load balancer: `loadBalancerAnnotations` of constructs/openstack, `addressRequest` of constructs/metallb. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** `Local` keeps clients' addresses, and sends to nodes with a proxy only. @default Local */
  readonly externalTrafficPolicy?: 'Local' | 'Cluster';
  /** The address that the load balancer is to have; IPv4 only, and not every platform takes it. */
  readonly loadBalancerIP?: string;
  /** Networks that may connect. @default - all */
  readonly loadBalancerSourceRanges?: readonly string[];
}

export interface EnvoyProxyProps {
  readonly service?: EnvoyServiceProps;
  /** @default 1 */
  readonly replicas?: number;
  /** Of each proxy. @default - Envoy Gateway's: 100m and 512Mi requested, no limits */
  readonly resources?: ResourceRequirements;
  /** How many proxies stay up while nodes are drained. @default - no PodDisruptionBudget */
  readonly minAvailable?: number;
  /** How a proxy ends. */
  readonly shutdown?: {
    /** For how long it says that it is ready after it was told to end, until load balancers have noticed. @default 0s */
    readonly healthCheckFailureDelay?: string;
    /** For how long connections may go on at most: `60s`. @default 60s */
    readonly drainTimeout?: string;
    /** For how long it answers at least: `10s`. @default 10s */
    readonly minDrainDuration?: string;
  };
  /**
   * The name of the Service and Deployment in the controller's namespace. With it the settings serve one Gateway only.
   * @default - made by the controller of the Gateway's namespace, name and a hash of both
   */
  readonly infrastructureName?: string;
  /** @default - the construct's id */
  readonly name?: string;
}

/** Several proxies are on several nodes where there are some. */
const ON_NODES = {
  maxSkew: 1,
  topologyKey: 'kubernetes.io/hostname',
  whenUnsatisfiable: 'ScheduleAnyway',
  labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'envoy', 'app.kubernetes.io/component': 'proxy' } },
} as const;

/** An EnvoyProxy: how the proxies of a Gateway, or of all Gateways of a class, run and are reached. */
export class EnvoyProxy extends Construct implements Parameters {
  readonly group = ENVOY_GATEWAY_GROUP;
  readonly kind = 'EnvoyProxy';
  readonly name: string;

  constructor(scope: Construct, id: string, props: EnvoyProxyProps = {}) {
    super(scope, `envoy-proxy-${id}`);
    this.name = props.name ?? id;
    const { service, replicas, resources, minAvailable, shutdown, infrastructureName: name } = props;
    envoyObject(this, this.kind, this.name, {
      provider: {
        type: 'Kubernetes',
        kubernetes: {
          envoyDeployment: {
            name,
            replicas: replicas ?? 1,
            container: resources && { resources },
            pod: (replicas ?? 1) > 1 ? { topologySpreadConstraints: [ON_NODES] } : undefined,
          },
          envoyService: { name, type: 'LoadBalancer', ...service },
          envoyPDB: minAvailable === undefined ? undefined : { minAvailable },
        },
      },
      shutdown,
    });
  }

  get namespace(): string | undefined {
    return namespaceOf(this);
  }
}
