import { formatFinding } from '../cli/synth/report';
import { AppProject } from '../constructs/argocd/app-project';
import { http01 } from '../constructs/cert-manager/acme';
import { Certificate } from '../constructs/cert-manager/certificate';
import { ClusterIssuer, Issuer, letsEncrypt } from '../constructs/cert-manager/issuer';
import { BackendTrafficPolicy } from '../constructs/envoy-gateway/backend-traffic-policy';
import { ClientTrafficPolicy } from '../constructs/envoy-gateway/client-traffic-policy';
import { EnvoyProxy } from '../constructs/envoy-gateway/envoy-proxy';
import { gardener } from '../constructs/gardener/gardener';
import { Gateway } from '../constructs/gateway/gateway';
import { GatewayClass } from '../constructs/gateway/gateway-class';
import { rewrite } from '../constructs/gateway/http-filter';
import { HttpRoute } from '../constructs/gateway/http-route';
import { TcpRoute } from '../constructs/gateway/tcp-route';
import { TlsRoute } from '../constructs/gateway/tls-route';
import { addressRequest } from '../constructs/metallb/address-request';
import { BfdProfile } from '../constructs/metallb/bfd-profile';
import { BgpPeer } from '../constructs/metallb/bgp-peer';
import { IpAddressPool } from '../constructs/metallb/ip-address-pool';
import { L2Advertisement } from '../constructs/metallb/l2-advertisement';
import { MetalLb } from '../constructs/metallb/metal-lb';
import { loadBalancerAnnotations } from '../constructs/openstack/load-balancer';
import { ENVOY_CONTROLLER } from '../facts/envoy-gateway';
import { Application } from '../fleet/application';
import { build, type TestCluster, type TestProps } from './helpers/cluster';
import { EDGE_FACTS, edge, site } from './helpers/edge-examples';

type Mistake = readonly [
  name: string,
  rule: string,
  make: (app: Application, cluster: TestCluster) => unknown,
  message: string,
  facts?: TestProps,
];

const octavia = { platform: gardener({ infrastructure: 'openstack' }) };
const certificate = { secretName: 'tls' };

/** One mistake each, made with the constructs of the edge as a user makes it. */
const MISTAKES: readonly Mistake[] = [
  [
    'a route of a release that the cluster does not have',
    'gateway/kind-served',
    (app) => edge(app).addTcpListener('game', { port: 25565 }).route(app, site(app).port('http')),
    'the standard channel of Gateway API 1.5 has no TCPRoute in gateway.networking.k8s.io/v1.',
    { gatewayApi: { version: '1.5', channel: 'standard' } },
  ],
  [
    'a release that there is not',
    'fleet/cluster-facts',
    (app) => edge(app).addHttpListener('http'),
    '"1.7" is no gatewayApi.version.',
    { gatewayApi: { version: '1.7' as '1.6', channel: 'standard' } },
  ],
  [
    'a TCP listener for two',
    'gateway/one-stream-route',
    (app) => {
      const game = edge(app).addTcpListener('game', { port: 25565 });
      game.route(app, site(app).port('http'));
      new TcpRoute(app, 'second', { listeners: [game], backends: [site(app, 'other').port('http')] });
    },
    'TCPRoute app/second wants listener "game" of Gateway app/edge, which TCPRoute app/game has.',
  ],
  [
    'a port twice',
    'gateway/listener-conflict',
    (app) => {
      const gateway = edge(app);
      gateway.addHttpListener('http');
      gateway.addTcpListener('game', { port: 80 });
    },
    'listeners "http", "game" speak different protocols on port 80/TCP.',
  ],
  [
    'ports that are one inside the proxy',
    'envoy-gateway/port',
    (app) => {
      const gateway = edge(app);
      gateway.addHttpListener('http');
      gateway.addHttpListener('alt', { port: 10080 });
    },
    'ports 80 and 10080 are both 10080/TCP inside the proxy.',
  ],
  [
    'a host that the listener does not have',
    'gateway/route-allowed',
    (app) =>
      new HttpRoute(app, 'shop', {
        listeners: [edge(app).addHttpsListener('https', { hostname: 'map.example.com', certificate })],
        hostnames: ['shop.example.com'],
        rules: [{ backends: [site(app).port('http')] }],
      }),
    "none of its hosts (shop.example.com) is one of its listeners' (map.example.com).",
  ],
  [
    'a prefix that is replaced where none matched',
    'gateway/filter-combination',
    (app) =>
      new HttpRoute(app, 'shop', {
        listeners: [edge(app).addHttpListener('http')],
        rules: [
          { matches: [{ path: '/shop' }], filters: [rewrite({ prefix: '/' })], backends: [site(app).port('http')] },
        ],
      }),
    'replaces the prefix that matched, and does not have one match by prefix.',
  ],
  [
    'an address as a host',
    'gateway/stream-rules',
    (app) =>
      new TlsRoute(app, 'db', {
        listeners: [edge(app).addTlsListener('db', { port: 5432 })],
        hostnames: ['192.0.2.1'],
        backends: [site(app).port('http')],
      }),
    'has the address 192.0.2.1 among its hostnames.',
  ],
  [
    'a certificate that nothing makes',
    'gateway/certificate-exists',
    (app) => edge(app).addHttpsListener('https', { certificate: { secretName: 'tsl' } }),
    'the Secret "tsl", which nothing makes in app. Did you mean "tls"?',
  ],
  [
    'a certificate for another host',
    'cert-manager/certificate-host',
    (app) => {
      const issuer = new Issuer(app, 'own', { selfSigned: {} });
      const other = new Certificate(app, 'other', { issuer, dnsNames: ['b.example.com'] });
      edge(app).addHttpsListener('https', { hostname: 'a.example.com', certificate: other });
    },
    'serves a.example.com, and its certificate is for b.example.com.',
  ],
  [
    'a wildcard proved by HTTP',
    'cert-manager/http01-listener',
    (app) => {
      const issuer = { kind: 'ClusterIssuer', name: 'letsencrypt' } as const;
      const envoy = new GatewayClass(app, 'envoy', { controllerName: 'example.com/x' });
      const gateway = new Gateway(app, 'edge', { class: envoy, issuer });
      const http = gateway.addHttpListener('http');
      gateway.addHttpsListener('https', { hostname: '*.example.com', certificate: { secretName: 'wild' } });
      new ClusterIssuer(app, 'letsencrypt', { acme: { server: letsEncrypt, solvers: [http01(http)] } });
    },
    '*.example.com needs DNS-01, and no solver of that kind is for it.',
  ],
  [
    'an issuer that is not there',
    'cert-manager/issuer-exists',
    (app) => {
      new ClusterIssuer(app, 'letsencrypt', { selfSigned: {} });
      new Certificate(app, 'site', {
        issuer: { kind: 'ClusterIssuer', name: 'letsencrpyt' },
        dnsNames: ['a.example.com'],
      });
    },
    'the ClusterIssuer "letsencrpyt", which nothing makes. Did you mean "letsencrypt"?',
  ],
  [
    'a policy in another namespace',
    'envoy-gateway/policy-target',
    (app, cluster) => {
      const gateway = edge(app);
      gateway.addHttpListener('http');
      new ClientTrafficPolicy(cluster.application('other'), 'all', { target: gateway, connectionLimit: 10 });
    },
    'is for Gateway "edge", which nothing makes in other.',
  ],
  [
    'two policies for one',
    'envoy-gateway/policy-conflict',
    (app) => {
      const target = edge(app).addTcpListener('game', { port: 25565 }).route(app, site(app).port('http'));
      new BackendTrafficPolicy(app, 'a', { target, proxyProtocol: 'V2' });
      new BackendTrafficPolicy(app, 'b', { target, loadBalancer: 'Random' });
    },
    'BackendTrafficPolicy app/b is for what BackendTrafficPolicy app/a is for already.',
  ],
  [
    'the PROXY protocol on one side',
    'openstack/proxy-protocol',
    (app) => {
      const parameters = new EnvoyProxy(app, 'edge', {
        service: { annotations: loadBalancerAnnotations({ proxyProtocol: 'v2' }) },
      });
      const envoy = new GatewayClass(app, 'envoy', { controllerName: ENVOY_CONTROLLER });
      new Gateway(app, 'edge', { class: envoy, infrastructure: { parameters } }).addHttpListener('http');
    },
    'its load balancer sends the PROXY protocol on every port (EnvoyProxy app/edge), and "http" does not expect it.',
    octavia,
  ],
  [
    'a timeout that is no whole number',
    'openstack/load-balancer-annotations',
    (app) =>
      new EnvoyProxy(app, 'edge', {
        service: { annotations: loadBalancerAnnotations({ timeouts: { clientData: 0.5 } }) },
      }),
    'loadbalancer.openstack.org/timeout-client-data is "0.5".',
    octavia,
  ],
  [
    'an address of no pool',
    'metallb/address-request',
    (app) => {
      const pool = new IpAddressPool(app, 'lan', { addresses: ['10.64.0.0/24'] });
      new L2Advertisement(app, 'lan', { pools: [pool] });
      new EnvoyProxy(app, 'edge', { service: { annotations: addressRequest({ pool, addresses: ['10.65.0.10'] }) } });
    },
    'it asks for 10.65.0.10, which the pool "lan" has not.',
  ],
  [
    'a pool that nobody hears of',
    'metallb/advertised',
    (app) => new IpAddressPool(app, 'lan', { addresses: ['10.64.0.0/24'] }),
    'IPAddressPool app/lan is in no advertisement.',
  ],
  [
    'a pool of one address',
    'metallb/pool-addresses',
    (app) => new L2Advertisement(app, 'lan', { pools: [new IpAddressPool(app, 'lan', { addresses: ['10.64.0.1'] })] }),
    '"10.64.0.1" is no network and no range of addresses.',
  ],
  [
    'BFD without FRR',
    'metallb/bgp-peer',
    (_, cluster) => {
      const project = new AppProject(cluster, 'network', { description: 'x' });
      const { namespace } = new MetalLb(cluster, { project, bgp: 'native' });
      const app = new Application(cluster, 'addresses', { project, namespace });
      const bfdProfile = new BfdProfile(app, 'fast');
      new BgpPeer(app, 'vyos', { myASN: 64514, peerASN: 64513, peerAddress: '192.168.1.1', bfdProfile });
    },
    'says bfdProfile, which native has not.',
  ],
];

test.each(MISTAKES.map((mistake) => [mistake[0], mistake] as const))('%s', (_, [, rule, make, message, facts]) => {
  const built = build((cluster) => void make(cluster.application('app'), cluster), { ...EDGE_FACTS, ...facts });
  expect(built.findings.map((f) => f.rule)).toEqual([rule]);
  const [finding] = built.findings;
  if (!finding) throw new Error('no finding');
  const told = formatFinding(finding);
  expect(told).toContain(message);
  expect(told).toMatch(/\n {2}effect {2}\S/);
  expect(told).toMatch(/\n {2}fix {5}\S/);
  expect(told).toMatch(/\n {2}where {3}\S+/);
});
