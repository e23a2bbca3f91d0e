import { Construct } from 'constructs';
import { envoyObject, type GatewayTarget, targetRef } from './api-object';

export interface ClientTrafficPolicyProps {
  /** A Gateway with all its listeners, or one of them. A listener's own policy replaces the Gateway's, whole. */
  readonly target: GatewayTarget;
  /**
   * Reads clients' addresses from the PROXY protocol (v1 or v2) that the load balancer sends. Where it does not send
   * it, every connection is closed. `optional` takes both, and believes whoever sends one.
   * @default - none is expected
   */
  readonly proxyProtocol?: 'required' | 'optional';
  /** How clients' addresses are found behind HTTP proxies. Not together with the PROXY protocol: it would believe the client. */
  readonly clientIPDetection?: { readonly numTrustedHops: number } | { readonly trustedCIDRs: readonly string[] };
  readonly timeout?: {
    /** HTTP: until the whole request is there, and for how long a connection may be idle; `0s` for ever. */
    readonly http?: { readonly requestReceivedTimeout?: string; readonly idleTimeout?: string };
    /** TCP: for how long a connection may be idle. @default 1h */
    readonly tcp?: { readonly idleTimeout?: string };
  };
  /** @default - 1.2 to 1.3 */
  readonly tls?: {
    readonly minVersion?: TlsVersion;
    readonly maxVersion?: TlsVersion;
    readonly alpnProtocols?: readonly string[];
  };
  /** Seconds. @default - off */
  readonly tcpKeepalive?: { readonly probes?: number; readonly idleTime?: string; readonly interval?: string };
  /** Connections at once, for each proxy. @default - no limit */
  readonly connectionLimit?: number;
  /** Offers HTTP/3 beside HTTPS: a UDP port more at the Service. @default false */
  readonly http3?: boolean;
  /** @default - the construct's id */
  readonly name?: string;
}

export type TlsVersion = '1.0' | '1.1' | '1.2' | '1.3';

/** A ClientTrafficPolicy: how a Gateway talks with its clients. */
export class ClientTrafficPolicy extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: ClientTrafficPolicyProps) {
    super(scope, `client-traffic-policy-${id}`);
    this.name = props.name ?? id;
    const { target, proxyProtocol, clientIPDetection, connectionLimit, http3, timeout, tls, tcpKeepalive } = props;
    envoyObject(this, 'ClientTrafficPolicy', this.name, {
      targetRefs: [targetRef(target)],
      // Said even where it is the default: an empty map is dropped on the way.
      proxyProtocol: proxyProtocol && { optional: proxyProtocol === 'optional' },
      clientIPDetection: clientIPDetection && { xForwardedFor: clientIPDetection },
      connection: connectionLimit === undefined ? undefined : { connectionLimit: { value: connectionLimit } },
      http3: http3 ? {} : undefined,
      timeout,
      tls,
      tcpKeepalive,
    });
  }
}
