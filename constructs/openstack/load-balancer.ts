import { INTERNAL_ANNOTATION, LOAD_BALANCER_PREFIX } from '../../facts/octavia';

/**
 * What a Service of type LoadBalancer asks of Octavia, by annotations. Source: kubernetes/cloud-provider-openstack
 * v1.35.0, pkg/openstack/loadbalancer.go; what it does not understand it passes over without a word, so the check
 * `openstack/load-balancer-annotations` reads them too.
 */
export type LoadBalancerProps = CommonProps & (StreamProps | HttpProps);

interface StreamProps {
  /**
   * Tells the backends clients' addresses. They have to expect it: with Envoy Gateway a ClientTrafficPolicy on the
   * whole Gateway. No UDP ports. Changing it later makes the pools anew: a short outage. @default - not
   */
  readonly proxyProtocol?: 'v1' | 'v2';
  readonly xForwardedFor?: never;
}

interface HttpProps {
  /** Makes every listener HTTP, and adds the header: nothing but HTTP passes. It cannot be changed later. @default false */
  readonly xForwardedFor: true;
  readonly proxyProtocol?: never;
}

interface CommonProps {
  /** No floating IP: reachable from the project's networks only. @default false */
  readonly internal?: boolean;
  /** Whether nodes that do not answer are left out; traffic policy `Local` needs it. @default - the cloud's: on with Gardener */
  readonly healthMonitor?: HealthMonitor | false;
  /** Keeps the floating IP when the Service goes. @default false */
  readonly keepFloatingIP?: boolean;
  /** Milliseconds, up to 24 days. Idle connections are cut at `clientData` and `memberData`. */
  readonly timeouts?: {
    /** @default 50000 */
    readonly clientData?: number;
    /** @default 5000 */
    readonly memberConnect?: number;
    /** @default 50000 */
    readonly memberData?: number;
    /** @default 0 */
    readonly tcpInspect?: number;
  };
  /** Connections at once. @default - Octavia's: 50000 */
  readonly connectionLimit?: number;
  /** Read from Kubernetes 1.34 on. @default ROUND_ROBIN */
  readonly method?: 'ROUND_ROBIN' | 'LEAST_CONNECTIONS' | 'SOURCE_IP';
  /** The load balancer's size: an Octavia flavour. Only when it is made. @default - the cloud's */
  readonly flavorId?: string;
  /** Octavia's, not Nova's. Only when it is made. @default - the cloud's */
  readonly availabilityZone?: string;
  /** A class of the cloud's configuration. @default - none */
  readonly class?: string;
  /** The network that the floating IP is of. @default - the cloud's */
  readonly floatingNetworkId?: string;
  /** Only when it is made. @default - the nodes' */
  readonly subnetId?: string;
  /** Labels of nodes that are sent to: `pool=edge`. @default - all */
  readonly nodeSelector?: Readonly<Record<string, string>>;
}

export interface HealthMonitor {
  /** Seconds between questions. @default 5, with Gardener 20 */
  readonly delay?: number;
  /** Seconds to wait for an answer; less than `delay`. @default 3, with Gardener 30 */
  readonly timeout?: number;
  /** Answers until a node counts again, 1 to 10. @default 1, with Gardener 2 */
  readonly maxRetries?: number;
  /** Misses until it no longer does, 1 to 10. @default 3 */
  readonly maxRetriesDown?: number;
}

/** The annotations of the Service, or of an EnvoyProxy's. */
export function loadBalancerAnnotations(props: LoadBalancerProps): Record<string, string> {
  const { healthMonitor: monitor, timeouts = {}, nodeSelector } = props;
  const { delay, timeout, maxRetries, maxRetriesDown } = monitor || {};
  const values: Readonly<Record<string, string | number | boolean | undefined>> = {
    'proxy-protocol': props.proxyProtocol,
    'x-forwarded-for': props.xForwardedFor,
    'enable-health-monitor': monitor === undefined ? undefined : monitor !== false,
    'health-monitor-delay': delay,
    'health-monitor-timeout': timeout,
    'health-monitor-max-retries': maxRetries,
    'health-monitor-max-retries-down': maxRetriesDown,
    'keep-floatingip': props.keepFloatingIP,
    'timeout-client-data': timeouts.clientData,
    'timeout-member-connect': timeouts.memberConnect,
    'timeout-member-data': timeouts.memberData,
    'timeout-tcp-inspect': timeouts.tcpInspect,
    'connection-limit': props.connectionLimit,
    'lb-method': props.method,
    'flavor-id': props.flavorId,
    'availability-zone': props.availabilityZone,
    class: props.class,
    'floating-network-id': props.floatingNetworkId,
    'subnet-id': props.subnetId,
    'node-selector':
      nodeSelector &&
      Object.entries(nodeSelector)
        .map(([key, value]) => `${key}=${value}`)
        .join(','),
  };
  const said = Object.entries(values).filter(([, value]) => value !== undefined);
  return {
    ...(props.internal === undefined ? {} : { [INTERNAL_ANNOTATION]: String(props.internal) }),
    ...Object.fromEntries(said.map(([key, value]) => [`${LOAD_BALANCER_PREFIX}${key}`, String(value)])),
  };
}
