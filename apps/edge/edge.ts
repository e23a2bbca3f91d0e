import { AppProject } from '../../constructs/argocd/app-project';
import { http01 } from '../../constructs/cert-manager/acme';
import { CertManager } from '../../constructs/cert-manager/cert-manager';
import { ClusterIssuer, letsEncrypt } from '../../constructs/cert-manager/issuer';
import { ClientTrafficPolicy } from '../../constructs/envoy-gateway/client-traffic-policy';
import { EnvoyGateway } from '../../constructs/envoy-gateway/envoy-gateway';
import { EnvoyProxy, type EnvoyProxyProps } from '../../constructs/envoy-gateway/envoy-proxy';
import { Gateway } from '../../constructs/gateway/gateway';
import { GatewayApi } from '../../constructs/gateway/gateway-api';
import type { HttpListener, HttpsListener } from '../../constructs/gateway/listener';
import { Namespace } from '../../constructs/kubernetes/namespace';
import { Application } from '../../fleet/application';
import type { Cluster } from '../../fleet/cluster';
import type { Policies } from '../policies/policies';

export interface EdgeProps {
  /** The cluster's policies, from which the Pods that answer challenges are exempt. @default - none */
  readonly policies?: Policies;
  /** Hosts are below it: `map.<domain>`. */
  readonly domain: string;
  /** The proxies: their number, and what their Service asks of the load balancer. */
  readonly proxy: Omit<EnvoyProxyProps, 'infrastructureName'>;
  /** The load balancer in front sends the PROXY protocol, on every port. @default false */
  readonly proxyProtocol?: boolean;
}

/**
 * The way into a cluster: one Gateway, with HTTP for redirects and challenges. What comes in is added by whoever serves
 * it: `addHost` for a web site with a certificate of Let's Encrypt, `gateway.addTcpListener` for anything else.
 */
export class Edge {
  readonly gateway: Gateway;
  readonly http: HttpListener;
  /** The application that the Gateway is in. */
  readonly application: Application;
  private readonly domain: string;

  constructor(cluster: Cluster, props: EdgeProps) {
    const project = new AppProject(cluster, 'edge', {
      description: 'The way into the cluster, and its certificates. Its controllers’ ClusterRoles make it admin.',
      // A policy that is taken out has to go: one that still asks for the PROXY protocol would close every connection.
      keep: { kinds: ['gateway.envoyproxy.io/ClientTrafficPolicy'] },
    });
    const crdsProject = new AppProject(cluster, 'edge-crds', { description: 'CRDs of the edge, and nothing else' });
    const gatewayApi = new GatewayApi(cluster, { project: crdsProject });
    const envoy = new EnvoyGateway(cluster, { project, crdsProject });
    // It looks for Gateway API when it starts.
    new CertManager(cluster, { project }).dependsOn(gatewayApi);

    const app = new Application(cluster, 'edge', { project, namespace: 'edge' });
    this.application = app;
    this.domain = props.domain;
    new Namespace(app, 'edge', { openTraffic: 'cert-manager makes Pods here that answer challenges from outside.' });
    props.policies?.exempt(app, 'challenges', {
      policies: ['require-labels'],
      workloads: ['cm-acme-http-solver'],
      reason: 'cert-manager gives the Pods that answer challenges labels of its own only.',
    });
    const proxy = new EnvoyProxy(app, 'edge', { ...props.proxy, infrastructureName: 'envoy-edge' });
    this.gateway = new Gateway(app, 'edge', {
      class: envoy.class,
      issuer: { kind: 'ClusterIssuer', name: ISSUER },
      infrastructure: { parameters: proxy },
    });
    this.http = this.gateway.addHttpListener('http');
    new ClusterIssuer(app, ISSUER, { acme: { server: letsEncrypt, solvers: [http01(this.http)] } });
    if (props.proxyProtocol) {
      // On the whole Gateway: the load balancer sends it on every port, or on none.
      new ClientTrafficPolicy(app, 'edge', { target: this.gateway, proxyProtocol: 'required' });
    }
  }

  /**
   * A host over HTTPS, `<name>.<domain>`: its listener, its certificate (in the Secret `<name>-tls`), and the redirect from HTTP.
   * The routes of several applications may share it.
   */
  addHost(name: string): HttpsListener & { readonly hostname: string } {
    const hostname = `${name}.${this.domain}`;
    const listener = this.gateway.addHttpsListener(name, { hostname, certificate: { secretName: `${name}-tls` } });
    this.http.redirectToHttps(this.application, listener);
    return Object.assign(listener, { hostname });
  }
}

const ISSUER = 'letsencrypt';
