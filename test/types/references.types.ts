/**
 * Wrong references that must not compile: `npm run types` fails where one of these lines has no error.
 * Nothing here is run.
 */

import { AppProject } from '../../constructs/argocd/app-project';
import type { HelmApplicationProps } from '../../constructs/argocd/helm-application';
import { http01 } from '../../constructs/cert-manager/acme';
import { ClientTrafficPolicy } from '../../constructs/envoy-gateway/client-traffic-policy';
import { SecurityPolicy } from '../../constructs/envoy-gateway/security-policy';
import { Gateway } from '../../constructs/gateway/gateway';
import { GatewayClass } from '../../constructs/gateway/gateway-class';
import { HttpRoute } from '../../constructs/gateway/http-route';
import { TcpRoute } from '../../constructs/gateway/tcp-route';
import { ConfigMap } from '../../constructs/kubernetes/config-map';
import { Deployment } from '../../constructs/kubernetes/deployment';
import { HorizontalPodAutoscaler } from '../../constructs/kubernetes/horizontal-pod-autoscaler';
import type { Image } from '../../constructs/kubernetes/image';
import { NetworkPolicy } from '../../constructs/kubernetes/network-policy';
import { PodDisruptionBudget } from '../../constructs/kubernetes/pod-disruption-budget';
import { Service } from '../../constructs/kubernetes/service';
import { StatefulSet } from '../../constructs/kubernetes/stateful-set';
import { claimTemplate, claimVolume, configMapVolume } from '../../constructs/kubernetes/volume';
import { BgpAdvertisement } from '../../constructs/metallb/bgp-advertisement';
import { IpAddressPool } from '../../constructs/metallb/ip-address-pool';
import { loadBalancerAnnotations } from '../../constructs/openstack/load-balancer';
import { Application } from '../../fleet/application';
import type { Cluster, ClusterProps } from '../../fleet/cluster';

declare const cluster: Cluster;
declare const app: Application;
declare const image: Image;

const web = new Deployment(app, 'web', { containers: [{ name: 'web', image, ports: { http: 8080, metrics: 9090 } }] });
const map = new ConfigMap(app, 'map', { data: {} });

// A Service's ports are the workload's.
new Service(app, 'ok', { workload: web, ports: { http: { port: 80 }, stats: { target: 'metrics' } } });
// @ts-expect-error: the workload has no port "htpp"
new Service(app, 'a', { workload: web, ports: { web: { target: 'htpp' } } });
// @ts-expect-error: a Service sends to a workload, not to a name
new Service(app, 'b', { workload: 'web', ports: { http: {} } });

const service = new Service(app, 'c', { workload: web, ports: { http: { port: 80 } } });
service.port('http');
// @ts-expect-error: the Service has no port "https"
service.port('https');

// An image is made by image(), which wants a tag.
// @ts-expect-error: a string is no image
new Deployment(app, 'd', { containers: [{ name: 'web', image: 'nginx' }] });

// Claims of a StatefulSet are no volumes of a Deployment.
const data = claimTemplate('data', { size: '1Gi' });
new StatefulSet(app, 'e', { containers: [{ name: 'db', image, mounts: [{ volume: data, path: '/data' }] }] });
// @ts-expect-error: a Deployment makes no claims
new Deployment(app, 'f', { containers: [{ name: 'db', image, mounts: [{ volume: data, path: '/data' }] }] });
// @ts-expect-error: a claim is no ConfigMap
configMapVolume(data);
// @ts-expect-error: a ConfigMap is no claim
claimVolume(map);

// What is about a workload takes a workload.
// @ts-expect-error: a ConfigMap has no Pods
new NetworkPolicy(app, 'g', { pods: map });
// @ts-expect-error: a ConfigMap is not scaled
new HorizontalPodAutoscaler(app, 'h', { workload: map, minReplicas: 1, maxReplicas: 2 });
// @ts-expect-error: one of the two, not both
new PodDisruptionBudget(app, 'i', { workload: web, minAvailable: 1, maxUnavailable: 1 });

// An application is in a project, and depends on applications.
const project = new AppProject(cluster, 'p', { description: 'x' });
new Application(cluster, 'j', { project, namespace: 'x' }).dependsOn(app);
// @ts-expect-error: a project is an object, not a name
new Application(cluster, 'k', { project: 'p', namespace: 'x' });
// @ts-expect-error: an application waits for applications, not for names
app.dependsOn('argocd');
// @ts-expect-error: a project belongs to a cluster, not to an application
new AppProject(app, 'q', { description: 'x' });

// Facts are of known kinds.
// @ts-expect-error: no such tier
export const tier: ClusterProps['tier'] = 'prod';
// @ts-expect-error: no such Kubernetes version
export const kubernetes: ClusterProps['kubernetes'] = '1.29';
// @ts-expect-error: a chart says what it brings
export const chart: HelmApplicationProps = { project, namespace: 'x', repository: 'r', chart: 'c', version: '1.0.0' };

// A listener takes the routes of its protocol.
const envoy = new GatewayClass(app, 'envoy', { controllerName: 'example.com/x' });
const gateway = new Gateway(app, 'edge', { class: envoy });
const http = gateway.addHttpListener('http');
const https = gateway.addHttpsListener('https', { certificate: { secretName: 'tls' } });
const tcp = gateway.addTcpListener('game', { port: 25565 });
const backends = [service.port('http')] as const;
new HttpRoute(app, 'ok-route', { listeners: [http, https], rules: [{ backends }] });
// @ts-expect-error: an HTTPS listener has a certificate
gateway.addHttpsListener('bare', { hostname: 'a.example.com' });
// @ts-expect-error: a TCP listener takes no HTTPRoute
new HttpRoute(app, 'r1', { listeners: [tcp], rules: [{ backends }] });
// @ts-expect-error: an HTTP listener takes no TCPRoute
new TcpRoute(app, 'r2', { listeners: [http], backends });
// @ts-expect-error: a route is attached to a listener, not to a name
new HttpRoute(app, 'r3', { listeners: ['http'], rules: [{ backends }] });
// @ts-expect-error: a backend is a Service's port, not a name
new HttpRoute(app, 'r4', { listeners: [http], rules: [{ backends: ['web'] }] });
// @ts-expect-error: a rule redirects or sends to backends
new HttpRoute(app, 'r5', { listeners: [http], rules: [{ backends, redirect: { scheme: 'https' } }] });
// @ts-expect-error: a redirect goes to HTTPS
http.redirectToHttps(app, tcp);
// @ts-expect-error: a Gateway's class is an object
new Gateway(app, 'g1', { class: 'envoy' });
// @ts-expect-error: a challenge is answered at an HTTP listener
http01(https);

// Policies are for what they can be for.
const udp = gateway.addUdpListener('voice', { port: 24454 });
new ClientTrafficPolicy(app, 'ok-policy', { target: gateway });
// @ts-expect-error: a client's traffic is a Gateway's
new ClientTrafficPolicy(app, 'p1', { target: new HttpRoute(app, 'r6', { listeners: [http], rules: [{ backends }] }) });
// @ts-expect-error: a UDP route has no security policy
new SecurityPolicy(app, 'p2', { target: udp.route(app, service.port('http')), authorization: { rules: [] } });
// @ts-expect-error: a stream has no login
new SecurityPolicy(app, 'p3', { target: tcp, basicAuth: { users: 'u' } });

// Octavia: one way to tell addresses.
loadBalancerAnnotations({ proxyProtocol: 'v2' });
// @ts-expect-error: one of the two, not both
loadBalancerAnnotations({ proxyProtocol: 'v2', xForwardedFor: true });
// @ts-expect-error: the value is v1 or v2
loadBalancerAnnotations({ proxyProtocol: 'V2' });

// MetalLB: pools and peers are objects.
const pool = new IpAddressPool(app, 'pool', { addresses: ['10.64.0.0/24'] });
new BgpAdvertisement(app, 'ok-advertisement', { pools: [pool] });
// @ts-expect-error: a pool is an object
new BgpAdvertisement(app, 'm1', { pools: ['pool'] });
// @ts-expect-error: a pool is no peer
new BgpAdvertisement(app, 'm2', { pools: [pool], peers: [pool] });
// @ts-expect-error: a Gateway is of a class, not of a pool
new Gateway(app, 'g2', { class: pool });

// One way to look at a path, one way to change it.
const path = { path: '/a' };
new HttpRoute(app, 'ok-match', { listeners: [http], rules: [{ matches: [path], backends }] });
// @ts-expect-error: the whole path or a prefix
new HttpRoute(app, 'r7', { listeners: [http], rules: [{ matches: [{ path: '/a', pathPrefix: '/b' }], backends }] });
// @ts-expect-error: the whole path or the prefix that matched
new HttpRoute(app, 'r8', { listeners: [http], rules: [{ redirect: { path: '/a', prefix: '/b' } }] });
