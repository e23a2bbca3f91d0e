import { AppProject } from '../../constructs/argocd/app-project';
import { http01 } from '../../constructs/cert-manager/acme';
import { CertManager } from '../../constructs/cert-manager/cert-manager';
import { ClusterIssuer, letsEncrypt } from '../../constructs/cert-manager/issuer';
import { ClientTrafficPolicy } from '../../constructs/envoy-gateway/client-traffic-policy';
import { EnvoyGateway } from '../../constructs/envoy-gateway/envoy-gateway';
import { EnvoyProxy, type EnvoyProxyProps } from '../../constructs/envoy-gateway/envoy-proxy';
import { Gateway } from '../../constructs/gateway/gateway';
import { GatewayApi } from '../../constructs/gateway/gateway-api';
import type { HttpListener, HttpsListener, TcpListener } from '../../constructs/gateway/listener';
import { Namespace } from '../../constructs/kubernetes/namespace';
import { Application } from '../../fleet/application';
import type { Cluster } from '../../fleet/cluster';

export interface EdgeProps {
  /** The map is at `map.<domain>`. */
  readonly domain: string;
  /** The proxies: their number, and what their Service asks of the load balancer. */
  readonly proxy: Omit<EnvoyProxyProps, 'infrastructureName'>;
  /** The load balancer in front sends the PROXY protocol, on every port. @default false */
  readonly proxyProtocol?: boolean;
}

/**
 * The way into a cluster: one Gateway for the map over HTTPS, with a certificate of Let's Encrypt, and for Minecraft.
 * Everything in it is in one AppProject, and can be given up together.
 */
export class Edge {
  readonly gateway: Gateway;
  readonly http: HttpListener;
  readonly https: HttpsListener;
  readonly minecraft: TcpListener;
  /** Where the map is. */
  readonly mapHostname: string;

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
    new Namespace(app, 'edge');
    const proxy = new EnvoyProxy(app, 'edge', { ...props.proxy, infrastructureName: 'envoy-edge' });
    this.mapHostname = `map.${props.domain}`;
    this.gateway = new Gateway(app, 'edge', {
      class: envoy.class,
      issuer: { kind: 'ClusterIssuer', name: ISSUER },
      infrastructure: { parameters: proxy },
    });
    this.http = this.gateway.addHttpListener('http');
    this.https = this.gateway.addHttpsListener('https', {
      hostname: this.mapHostname,
      certificate: { secretName: 'map-tls' },
    });
    this.minecraft = this.gateway.addTcpListener('minecraft', { port: 25565 });
    this.http.redirectToHttps(app, this.https);
    new ClusterIssuer(app, ISSUER, { acme: { server: letsEncrypt, solvers: [http01(this.http)] } });
    if (props.proxyProtocol) {
      // On the whole Gateway: the load balancer sends it on every port, or on none.
      new ClientTrafficPolicy(app, 'edge', { target: this.gateway, proxyProtocol: 'required' });
    }
  }
}

const ISSUER = 'letsencrypt';
