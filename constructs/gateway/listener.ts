import { Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import type { LabelSelector } from '../../imports/k8s';
import type { HttpRoute } from './http-route';
import type { ListenerOwner } from './listener-owner';
import { redirectToHttps } from './redirect-to-https';
import { type Backend, portOf } from './route';
import { TcpRoute } from './tcp-route';
import { UdpRoute } from './udp-route';

/** Which namespaces' routes a listener takes: its own, all, or those with labels. */
export type RoutesFrom = 'Same' | 'All' | LabelSelector;

/** A TLS Secret: what a cert-manager Certificate makes, or somebody by hand. */
export interface TlsSecret {
  readonly secretName: string;
  /** @default - the Gateway's */
  readonly namespace?: string | undefined;
}

export interface ListenerProps {
  /** The port that clients use. */
  readonly port: number;
  /** @default - the Gateway's own namespace and those of the routes that are attached to it here */
  readonly routesFrom?: RoutesFrom;
}

/** What kinds of routes a protocol takes. */
export type RouteKind = 'HTTPRoute' | 'GRPCRoute' | 'TCPRoute' | 'TLSRoute' | 'UDPRoute';

/** A listener as the API has it. */
interface ListenerSpec {
  readonly protocol: 'HTTP' | 'HTTPS' | 'TLS' | 'TCP' | 'UDP';
  readonly hostname?: string | undefined;
  readonly tls?: { readonly mode: 'Terminate' | 'Passthrough'; readonly certificate?: TlsSecret | undefined };
  /** Written out where the API's default would take more than is meant. */
  readonly kinds?: readonly RouteKind[];
}

/**
 * A listener of a Gateway or ListenerSet: a port, a protocol, and the routes that are attached to it. Routes name it
 * by its `sectionName`. Which routes it takes is a matter of types: each protocol has a class of its own.
 */
export abstract class Listener {
  readonly port: number;
  readonly hostname: string | undefined;
  private readonly routeNamespaces = new Set<string>();

  constructor(
    readonly owner: ListenerOwner,
    /** The name that routes refer to. */
    readonly sectionName: string,
    private readonly props: ListenerProps,
    private readonly spec: ListenerSpec,
  ) {
    this.port = props.port;
    this.hostname = spec.hostname;
    if (owner.namespace) this.routeNamespaces.add(owner.namespace);
    const { certificate } = spec.tls ?? {};
    if (certificate) owner.grantCertificate(certificate);
  }

  /** Lets routes of a namespace attach; a route does it by itself. */
  admit(namespace: string | undefined): void {
    if (namespace) this.routeNamespaces.add(namespace);
  }

  /** The listener in its Gateway's spec. */
  toSpec(): object {
    const { protocol, hostname, tls, kinds } = this.spec;
    const { certificate } = tls ?? {};
    const namespace = certificate?.namespace;
    return {
      name: this.sectionName,
      port: this.port,
      protocol,
      hostname,
      tls: tls && {
        mode: tls.mode,
        certificateRefs: certificate && [
          { name: certificate.secretName, ...(namespace === this.owner.namespace ? {} : { namespace }) },
        ],
      },
      allowedRoutes: {
        kinds: kinds?.map((kind) => ({ kind })),
        // Routes are made after the listener.
        namespaces: Lazy.any({ produce: () => this.allowedNamespaces() }),
      },
    };
  }

  private allowedNamespaces(): object {
    const from = this.props.routesFrom;
    if (from === 'Same' || from === 'All') return { from };
    if (from) return { from: 'Selector', selector: from };
    const values = [...this.routeNamespaces].sort();
    if (values.length <= 1) return { from: 'Same' };
    return {
      from: 'Selector',
      selector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values }] },
    };
  }
}

/** HTTP without encryption: for redirects and ACME challenges. */
export class HttpListener extends Listener {
  readonly protocol = 'HTTP';
  constructor(owner: ListenerOwner, name: string, props: ListenerProps & { readonly hostname?: string }) {
    super(owner, name, props, { protocol: 'HTTP', hostname: props.hostname });
  }

  /** Sends requests for an HTTPS listener's host there, with status 301; every one where it has no host. @param scope where the route is created */
  redirectToHttps(scope: Construct, to: HttpsListener): HttpRoute {
    return redirectToHttps(scope, this, to);
  }
}

export interface HttpsListenerProps extends ListenerProps {
  /** The host that it serves; a wildcard `*.example.com` serves all below. @default - every host */
  readonly hostname?: string;
  /** The Secret with the certificate. With an issuer on the Gateway cert-manager makes it, if there is a hostname. */
  readonly certificate: TlsSecret;
}

/** HTTPS: the Gateway ends the encryption. */
export class HttpsListener extends Listener {
  readonly protocol = 'HTTPS';
  constructor(owner: ListenerOwner, name: string, props: HttpsListenerProps) {
    const { hostname, certificate } = props;
    super(owner, name, props, { protocol: 'HTTPS', hostname, tls: { mode: 'Terminate', certificate } });
  }
}

export interface TlsListenerProps extends ListenerProps {
  /** @default - every host */
  readonly hostname?: string;
  /** Ends the encryption here; without it the stream is passed through to the backend as it is. @default - passthrough */
  readonly certificate?: TlsSecret;
}

/** Any protocol inside TLS, told apart by the host that the client asks for. */
export class TlsListener extends Listener {
  readonly protocol = 'TLS';
  constructor(owner: ListenerOwner, name: string, props: TlsListenerProps) {
    const { hostname, certificate } = props;
    const mode = certificate ? 'Terminate' : 'Passthrough';
    super(owner, name, props, { protocol: 'TLS', hostname, tls: { mode, certificate }, kinds: ['TLSRoute'] });
  }
}

/** A TCP port, whole: it serves one TCPRoute. */
export class TcpListener extends Listener {
  readonly protocol = 'TCP';
  constructor(owner: ListenerOwner, name: string, props: ListenerProps) {
    super(owner, name, props, { protocol: 'TCP', kinds: ['TCPRoute'] });
  }

  /** Sends everything to a Service, by a TCPRoute of the listener's name. @param scope where the route is created */
  route(scope: Construct, backend: Backend, ...more: Backend[]): TcpRoute {
    const name = this.sectionName;
    return new TcpRoute(scope, `${this.owner.name}-${name}-${portOf(backend).service}`, {
      name,
      listeners: [this],
      backends: [backend, ...more],
    });
  }
}

/** A UDP port, whole: it serves one UDPRoute. */
export class UdpListener extends Listener {
  readonly protocol = 'UDP';
  constructor(owner: ListenerOwner, name: string, props: ListenerProps) {
    super(owner, name, props, { protocol: 'UDP', kinds: ['UDPRoute'] });
  }

  /** Sends everything to a Service, by a UDPRoute of the listener's name. @param scope where the route is created */
  route(scope: Construct, backend: Backend, ...more: Backend[]): UdpRoute {
    const name = this.sectionName;
    return new UdpRoute(scope, `${this.owner.name}-${name}-${portOf(backend).service}`, {
      name,
      listeners: [this],
      backends: [backend, ...more],
    });
  }
}
