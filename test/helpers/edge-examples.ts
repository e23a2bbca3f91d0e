import { AppProject } from '../../constructs/argocd/app-project';
import { dns01, http01 } from '../../constructs/cert-manager/acme';
import { CertManager } from '../../constructs/cert-manager/cert-manager';
import { Certificate } from '../../constructs/cert-manager/certificate';
import { ClusterIssuer, Issuer, letsEncrypt, letsEncryptStaging } from '../../constructs/cert-manager/issuer';
import { BackendTrafficPolicy } from '../../constructs/envoy-gateway/backend-traffic-policy';
import { ClientTrafficPolicy } from '../../constructs/envoy-gateway/client-traffic-policy';
import { EnvoyGateway } from '../../constructs/envoy-gateway/envoy-gateway';
import { EnvoyProxy } from '../../constructs/envoy-gateway/envoy-proxy';
import { HttpRouteFilter } from '../../constructs/envoy-gateway/http-route-filter';
import { proxiesOf } from '../../constructs/envoy-gateway/proxies';
import { SecurityPolicy } from '../../constructs/envoy-gateway/security-policy';
import { BackendTlsPolicy } from '../../constructs/gateway/backend-tls-policy';
import { Gateway } from '../../constructs/gateway/gateway';
import { GatewayApi } from '../../constructs/gateway/gateway-api';
import { GatewayClass } from '../../constructs/gateway/gateway-class';
import { GrpcRoute } from '../../constructs/gateway/grpc-route';
import {
  cors,
  extension,
  mirror,
  requestHeaders,
  responseHeaders,
  rewrite,
} from '../../constructs/gateway/http-filter';
import { HttpRoute } from '../../constructs/gateway/http-route';
import { ListenerSet } from '../../constructs/gateway/listener-set';
import { ReferenceGrant } from '../../constructs/gateway/reference-grant';
import { TcpRoute } from '../../constructs/gateway/tcp-route';
import { TlsRoute } from '../../constructs/gateway/tls-route';
import { UdpRoute } from '../../constructs/gateway/udp-route';
import { ConfigMap } from '../../constructs/kubernetes/config-map';
import { Deployment } from '../../constructs/kubernetes/deployment';
import { NetworkPolicy } from '../../constructs/kubernetes/network-policy';
import { Service } from '../../constructs/kubernetes/service';
import { addressRequest } from '../../constructs/metallb/address-request';
import { BfdProfile } from '../../constructs/metallb/bfd-profile';
import { BgpAdvertisement } from '../../constructs/metallb/bgp-advertisement';
import { BgpPeer } from '../../constructs/metallb/bgp-peer';
import { Community } from '../../constructs/metallb/community';
import { IpAddressPool } from '../../constructs/metallb/ip-address-pool';
import { L2Advertisement } from '../../constructs/metallb/l2-advertisement';
import { MetalLb } from '../../constructs/metallb/metal-lb';
import { CinderSnapshotClass } from '../../constructs/openstack/cinder-snapshot-class';
import { CinderStorageClass } from '../../constructs/openstack/cinder-storage-class';
import { loadBalancerAnnotations } from '../../constructs/openstack/load-balancer';
import type { Application } from '../../fleet/application';
import type { Cluster } from '../../fleet/cluster';
import type { TestProps } from './cluster';
import { IMAGE } from './examples';
import { EDGE } from './gateway';

/** The facts of the examples' cluster. */
const TSIG = {
  nameserver: '192.0.2.53:53',
  tsigKeyName: 'acme',
  tsigSecretSecretRef: { name: 'tsig', key: 'secret' },
} as const;

export const EDGE_FACTS: TestProps = {
  ...EDGE,
  externals: {
    ...EDGE.externals,
    secrets: ['app/bgp', 'app/tls', 'certs/shared', 'app/users', 'app/oidc', 'app/upstream'],
    namespaces: ['certs'],
  },
};

/** A Service with an HTTP, a UDP and a gRPC port. */
export function site(app: Application, name = 'web') {
  const workload = new Deployment(app, name, {
    containers: [{ name: 'web', image: IMAGE, ports: { http: 8080, dns: { port: 53, protocol: 'UDP' }, grpc: 9000 } }],
  });
  return new Service(app, name, { workload, ports: { http: { port: 80 }, dns: {}, grpc: {} } });
}

export function edge(app: Application) {
  const envoy = new GatewayClass(app, 'envoy', { controllerName: 'gateway.envoyproxy.io/gatewayclass-controller' });
  return new Gateway(app, 'edge', { class: envoy });
}

const project = (cluster: Cluster) => new AppProject(cluster, 'edge', { description: 'Edge' });

/** Every construct of the edge, used as a user would. The key is system and file. */
export const edgeExamples: Readonly<Record<string, (app: Application, cluster: Cluster) => void>> = {
  'gateway/gateway': (app) => {
    const proxy = new EnvoyProxy(app, 'edge');
    const gateway = new Gateway(app, 'edge', {
      class: new GatewayClass(app, 'envoy', { controllerName: 'gateway.envoyproxy.io/gatewayclass-controller' }),
      issuer: new ClusterIssuer(app, 'own', { selfSigned: {} }),
      infrastructure: { parameters: proxy, annotations: { 'example.com/team': 'edge' }, labels: { team: 'edge' } },
      listenerSetsFrom: { matchLabels: { edge: 'yes' } },
    });
    const http = gateway.addHttpListener('http');
    http.redirectToHttps(
      app,
      gateway.addHttpsListener('https', { hostname: 'a.example.com', certificate: { secretName: 'a-tls' } }),
    );
    gateway.addTlsListener('passed', { port: 8443, hostname: '*.example.org' });
    gateway.addTcpListener('game', { port: 25565, routesFrom: 'All' });
    gateway.addUdpListener('voice', { port: 24454, routesFrom: { matchLabels: { voice: 'yes' } } });
  },
  'gateway/gateway-class': (app) =>
    new GatewayClass(app, 'envoy', {
      controllerName: 'gateway.envoyproxy.io/gatewayclass-controller',
      description: 'Envoy',
      parameters: new EnvoyProxy(app, 'shared'),
    }),
  'gateway/gateway-api': (_, cluster) => new GatewayApi(cluster, { project: project(cluster) }),
  'gateway/listener': (app) =>
    edge(app).addHttpsListener('https', {
      hostname: 'a.example.com',
      certificate: { secretName: 'shared', namespace: 'certs' },
      routesFrom: 'Same',
    }),
  'gateway/listener-set': (app) => {
    const gateway = new Gateway(app, 'edge', {
      class: new GatewayClass(app, 'envoy', { controllerName: 'example.com/x' }),
      listenerSetsFrom: 'Same',
    });
    gateway.addHttpListener('http');
    const set = new ListenerSet(app, 'more', { gateway });
    const https = set.addHttpsListener('shop', { hostname: 'shop.example.com', certificate: { secretName: 'tls' } });
    new HttpRoute(app, 'shop', { listeners: [https], rules: [{ backends: [site(app).port('http')] }] });
  },
  'gateway/reference-grant': (app) =>
    new ReferenceGrant(app, 'routes', {
      from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'other' }],
      to: [{ group: '', kind: 'Service', name: 'web' }],
    }),
  'gateway/http-route': (app) => {
    const http = edge(app).addHttpListener('http');
    const [web, next] = [site(app), site(app, 'next')];
    const answer = new HttpRouteFilter(app, 'closed', { directResponse: { statusCode: 503, body: 'Closed' } });
    new HttpRoute(app, 'site', {
      listeners: [http],
      hostnames: ['a.example.com', '*.b.example.com'],
      rules: [
        {
          name: 'api',
          matches: [{ pathPrefix: '/api', method: 'GET', headers: [{ name: 'x-version', value: '2' }] }],
          filters: [
            requestHeaders({ set: { 'x-from': 'edge' }, remove: ['x-debug'] }),
            responseHeaders({ add: { 'x-served-by': 'edge' } }),
            rewrite({ prefix: '/' }),
            mirror(next.port('http'), 10),
            cors({ allowOrigins: ['https://app.example.com'], allowCredentials: true }),
          ],
          backends: [
            { port: web.port('http'), weight: 9 },
            { port: next.port('http'), weight: 1 },
          ],
          timeouts: { request: '10s' },
        },
        {
          matches: [{ path: '/old', queryParams: [{ name: 'a', value: 'b' }] }],
          redirect: { path: '/new', statusCode: 308 },
        },
        { matches: [{ pathPrefix: '/was' }], redirect: { prefix: '/is', hostname: 'b.example.com', port: 8443 } },
        { matches: [{ pathRegex: '/x/[0-9]+' }], filters: [extension(answer)], backends: [web.port('http')] },
      ],
    });
  },
  'gateway/grpc-route': (app) =>
    new GrpcRoute(app, 'calls', {
      listeners: [edge(app).addHttpListener('http')],
      hostnames: ['grpc.example.com'],
      rules: [
        {
          matches: [{ service: 'shop.v1.Orders', method: 'List', headers: [{ name: 'x-tenant', value: 'a' }] }],
          filters: [requestHeaders({ set: { 'x-from': 'edge' } })],
          backends: [site(app).port('grpc')],
        },
      ],
    }),
  'gateway/tcp-route': (app) =>
    new TcpRoute(app, 'game', {
      listeners: [edge(app).addTcpListener('game', { port: 25565 })],
      backends: [{ port: site(app).port('http'), weight: 2 }],
    }),
  'gateway/udp-route': (app) =>
    new UdpRoute(app, 'dns', {
      listeners: [edge(app).addUdpListener('dns', { port: 53 })],
      backends: [site(app).port('dns')],
    }),
  'gateway/tls-route': (app) =>
    new TlsRoute(app, 'db', {
      listeners: [edge(app).addTlsListener('db', { port: 5432 })],
      hostnames: ['db.example.com'],
      backends: [site(app).port('http')],
    }),
  'gateway/backend-tls-policy': (app) => {
    const ca = new ConfigMap(app, 'ca', { data: { 'ca.crt': 'a certificate' } });
    new BackendTlsPolicy(app, 'web', {
      backend: site(app).port('http'),
      hostname: 'web.internal.example.com',
      caCertificates: [ca],
      subjectAltNames: ['web.example.com'],
    });
    new BackendTlsPolicy(app, 'public', { backend: site(app, 'other').port('http'), hostname: 'other.example.com' });
  },
  'envoy-gateway/envoy-gateway': (_, cluster) =>
    new EnvoyGateway(cluster, { project: project(cluster), replicas: 2, enableBackend: true }),
  'envoy-gateway/envoy-proxy': (app) => {
    new EnvoyProxy(app, 'edge', {
      replicas: 2,
      minAvailable: 1,
      resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '512Mi' } },
      service: {
        externalTrafficPolicy: 'Cluster',
        loadBalancerIP: '192.0.2.1',
        loadBalancerSourceRanges: ['10.0.0.0/8'],
      },
      shutdown: { drainTimeout: '60s', minDrainDuration: '15s' },
      infrastructureName: 'envoy-edge',
    });
    const gateway = edge(app);
    gateway.addHttpListener('http');
    new NetworkPolicy(app, 'edge-only', { pods: 'all', ingress: [{ from: [proxiesOf(gateway)] }] });
  },
  'envoy-gateway/client-traffic-policy': (app) => {
    const gateway = edge(app);
    const listener = gateway.addHttpsListener('https', { certificate: { secretName: 'tls' } });
    new ClientTrafficPolicy(app, 'all', {
      target: gateway,
      proxyProtocol: 'required',
      timeout: { http: { requestReceivedTimeout: '30s', idleTimeout: '10m' }, tcp: { idleTimeout: '2h' } },
      tcpKeepalive: { probes: 3, idleTime: '1m', interval: '10s' },
      connectionLimit: 10_000,
    });
    new ClientTrafficPolicy(app, 'https', {
      target: listener,
      http3: true,
      tls: { minVersion: '1.3', alpnProtocols: ['h2'] },
    });
    const other = new Gateway(app, 'behind', {
      class: new GatewayClass(app, 'other', { controllerName: 'example.com/x' }),
    });
    other.addHttpListener('http');
    new ClientTrafficPolicy(app, 'behind', { target: other, clientIPDetection: { numTrustedHops: 1 } });
  },
  'envoy-gateway/backend-traffic-policy': (app) => {
    const gateway = edge(app);
    const web = site(app);
    const route = new HttpRoute(app, 'site', {
      listeners: [gateway.addHttpListener('http')],
      rules: [{ backends: [web.port('http')] }],
    });
    new BackendTrafficPolicy(app, 'site', {
      target: route,
      timeout: { tcp: { connectTimeout: '5s' }, http: { requestTimeout: '30s' } },
      retry: {
        numRetries: 2,
        retryOn: { triggers: ['connect-failure', 'retriable-status-codes'], httpStatusCodes: [503] },
      },
      localRateLimit: { requests: 100, unit: 'Second' },
      circuitBreaker: { maxConnections: 500 },
      loadBalancer: 'RoundRobin',
      healthCheck: { passive: { consecutive5XxErrors: 3 }, active: { path: '/ready', interval: '5s' } },
      mergeType: 'StrategicMerge',
    });
    const tcp = gateway.addTcpListener('game', { port: 25565 }).route(app, web.port('http'));
    new BackendTrafficPolicy(app, 'game', { target: tcp, proxyProtocol: 'V2', tcpKeepalive: { idleTime: '1m' } });
  },
  'envoy-gateway/security-policy': (app) => {
    const gateway = edge(app);
    const web = site(app);
    const route = new HttpRoute(app, 'site', {
      listeners: [gateway.addHttpListener('http')],
      rules: [{ backends: [web.port('http')] }],
    });
    new SecurityPolicy(app, 'site', {
      target: route,
      cors: { allowOrigins: ['https://app.example.com'] },
      basicAuth: { users: 'users' },
      jwt: [
        {
          name: 'own',
          issuer: 'https://id.example.com',
          jwksUri: 'https://id.example.com/jwks.json',
          claimToHeaders: [{ header: 'x-user', claim: 'sub' }],
        },
      ],
      oidc: { issuer: 'https://id.example.com', clientID: 'site', clientSecret: 'oidc', scopes: ['profile'] },
    });
    const listener = gateway.addTcpListener('game', { port: 25565 });
    listener.route(app, web.port('http'));
    new SecurityPolicy(app, 'game', {
      target: listener,
      authorization: { rules: [{ name: 'home', action: 'Allow', clientCIDRs: ['192.0.2.0/24'] }] },
    });
  },
  'envoy-gateway/http-route-filter': (app) => {
    new HttpRouteFilter(app, 'digits', { regexRewrite: { pattern: '^/v([0-9]+)/', substitution: '/\\1/' } });
    new HttpRouteFilter(app, 'closed', {
      directResponse: { statusCode: 503, contentType: 'text/plain', body: 'Closed' },
    });
    new HttpRouteFilter(app, 'upstream', { credentialInjection: { secret: 'upstream', header: 'Authorization' } });
  },
  'cert-manager/cert-manager': (_, cluster) => new CertManager(cluster, { project: project(cluster) }),
  'cert-manager/issuer': (app) => {
    const http = edge(app).addHttpListener('http');
    new ClusterIssuer(app, 'letsencrypt', {
      acme: {
        server: letsEncrypt,
        email: 'ops@example.com',
        solvers: [http01(http), dns01({ rfc2136: TSIG }, { dnsZones: ['example.com'] })],
      },
    });
    new Issuer(app, 'trial', {
      acme: {
        server: letsEncryptStaging,
        accountSecret: 'trial-key',
        solvers: [dns01({ cloudflare: { apiTokenSecretRef: { name: 'token', key: 'api' } } })],
      },
    });
    new Issuer(app, 'own-ca', { ca: { secretName: 'tls' } });
    new Issuer(app, 'self', { selfSigned: {} });
  },
  'cert-manager/certificate': (app) => {
    const issuer = new Issuer(app, 'self', { selfSigned: {} });
    const certificate = new Certificate(app, 'site', {
      issuer,
      dnsNames: ['a.example.com', '*.a.example.com'],
      secretName: 'site-tls',
      duration: '2160h',
      renewBefore: '720h',
      privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
    });
    edge(app).addHttpsListener('https', { hostname: 'a.example.com', certificate });
    new Certificate(app, 'ca', { issuer, dnsNames: ['ca.example.com'], isCA: true });
  },
  'metallb/metal-lb': (_, cluster) =>
    new MetalLb(cluster, { project: project(cluster), loadBalancerClass: 'example.com/metallb' }),
  'metallb/ip-address-pool': (app) => {
    const pool = new IpAddressPool(app, 'lan', {
      addresses: ['192.168.1.240-192.168.1.250'],
      autoAssign: false,
      serviceAllocation: { namespaces: ['app'], priority: 10 },
    });
    new L2Advertisement(app, 'lan', { pools: [pool], interfaces: ['eth0'] });
    const annotations = addressRequest({ pool, addresses: ['192.168.1.241'], shareAs: 'edge' });
    new Service(app, 'outside', {
      workload: new Deployment(app, 'web', { containers: [{ name: 'web', image: IMAGE, ports: { http: 80 } }] }),
      type: 'LoadBalancer',
      annotations,
      ports: { http: {} },
    });
  },
  'metallb/bgp-peer': (app) => {
    const pool = new IpAddressPool(app, 'routed', {
      addresses: ['10.64.0.0/24', '2001:db8::/64'],
      avoidBuggyIPs: true,
    });
    const peer = new BgpPeer(app, 'vyos', {
      myASN: 64514,
      peerASN: 64513,
      peerAddress: '192.168.1.1',
      holdTime: '90s',
      keepaliveTime: '30s',
      ebgpMultiHop: true,
      bfdProfile: new BfdProfile(app, 'fast', { receiveInterval: 100, transmitInterval: 100, detectMultiplier: 3 }),
      passwordSecret: 'bgp',
      nodeSelectors: [{ matchLabels: { edge: 'yes' } }],
    });
    new Community(app, 'known', { communities: { 'no-export': '65535:65281' } });
    new BgpAdvertisement(app, 'routed', {
      pools: [pool],
      peers: [peer],
      aggregationLength: 24,
      communities: ['no-export'],
    });
  },
  'metallb/bgp-advertisement': (app) => {
    const pool = new IpAddressPool(app, 'routed', { addresses: ['10.64.0.0/24'] });
    new BgpPeer(app, 'vyos', { myASN: 64514, peerASN: 64514, peerAddress: '2001:db8::1', peerPort: 1179 });
    new BgpAdvertisement(app, 'all-peers', { pools: [pool], localPref: 100, aggregationLengthV6: 64 });
  },
  'metallb/l2-advertisement': (app) => {
    const pool = new IpAddressPool(app, 'lan', { addresses: ['192.168.1.240/28'] });
    new L2Advertisement(app, 'lan', { pools: [pool], nodeSelectors: [{ matchLabels: { edge: 'yes' } }] });
  },
  'metallb/bfd-profile': (app) =>
    void new BfdProfile(app, 'slow', { echoMode: true, passiveMode: true, minimumTtl: 250 }),
  'metallb/community': (app) => void new Community(app, 'marks', { communities: { backup: '64512:100' } }),
  'openstack/cinder-storage-class': (app) => {
    new CinderStorageClass(app, 'encrypted', { type: 'cbs-encrypted', fsType: 'xfs', availabilityZone: 'nova' });
    new CinderStorageClass(app, 'plain', { reclaimPolicy: 'Delete' });
  },
  'openstack/cinder-snapshot-class': (app) => {
    new CinderSnapshotClass(app, 'velero', { labels: { 'velero.io/csi-volumesnapshot-class': 'true' } });
  },
  'openstack/load-balancer': (app) =>
    new EnvoyProxy(app, 'edge', {
      service: {
        annotations: loadBalancerAnnotations({
          proxyProtocol: 'v2',
          internal: true,
          healthMonitor: false,
          keepFloatingIP: true,
          timeouts: { clientData: 600_000 },
          nodeSelector: { pool: 'edge' },
        }),
      },
    }),
};
