import { Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import {
  HttpListener,
  HttpsListener,
  type HttpsListenerProps,
  type Listener,
  type ListenerProps,
  TcpListener,
  TlsListener,
  type TlsListenerProps,
  type TlsSecret,
  UdpListener,
} from './listener';
import { grantReference } from './reference-grant';

/** What has listeners: a Gateway, or a ListenerSet that adds some to one. */
export abstract class ListenerOwner extends Construct {
  abstract readonly kind: 'Gateway' | 'ListenerSet';
  abstract readonly name: string;
  readonly listeners: Listener[] = [];
  /** Secrets of other namespaces, by namespace. */
  private readonly certificates = new Map<string, string[]>();

  get namespace(): string | undefined {
    return Chart.of(this).namespace;
  }

  /** HTTP without encryption. @param name what routes refer to (`sectionName`) */
  addHttpListener(name: string, props: Partial<ListenerProps> & { readonly hostname?: string } = {}): HttpListener {
    return this.keep(new HttpListener(this, name, { port: 80, ...props }));
  }

  /** HTTPS; the port is 443 where none is said. */
  addHttpsListener(name: string, props: Omit<HttpsListenerProps, 'port'> & { readonly port?: number }): HttpsListener {
    return this.keep(new HttpsListener(this, name, { port: 443, ...props }));
  }

  addTlsListener(name: string, props: TlsListenerProps): TlsListener {
    return this.keep(new TlsListener(this, name, props));
  }

  addTcpListener(name: string, props: ListenerProps): TcpListener {
    return this.keep(new TcpListener(this, name, props));
  }

  addUdpListener(name: string, props: ListenerProps): UdpListener {
    return this.keep(new UdpListener(this, name, props));
  }

  /** Lets it read a certificate of another namespace: one grant for all of that namespace. */
  grantCertificate({ secretName, namespace }: TlsSecret): void {
    if (namespace === undefined || namespace === this.namespace) return;
    const names = this.certificates.get(namespace) ?? [];
    names.push(secretName);
    if (names.length > 1) return;
    this.certificates.set(namespace, names);
    grantReference(this, `certificates-${namespace}`, {
      from: { kind: this.kind, name: this.name, namespace: this.namespace },
      to: { group: '', kind: 'Secret', namespace, names },
    });
  }

  /** Listeners are added after the object is made. */
  protected lazyListeners(): unknown {
    return Lazy.any({ produce: () => this.listeners.map((listener) => listener.toSpec()) });
  }

  private keep<T extends Listener>(listener: T): T {
    this.listeners.push(listener);
    return listener;
  }
}
