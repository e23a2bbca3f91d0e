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
import type { Namespace } from '../../constructs/kubernetes/namespace';
import { NetworkPolicy } from '../../constructs/kubernetes/network-policy';
import { PodDisruptionBudget } from '../../constructs/kubernetes/pod-disruption-budget';
import { Service } from '../../constructs/kubernetes/service';
import { StatefulSet } from '../../constructs/kubernetes/stateful-set';
import { claimTemplate, claimVolume, configMapVolume } from '../../constructs/kubernetes/volume';
import { BgpAdvertisement } from '../../constructs/metallb/bgp-advertisement';
import { IpAddressPool } from '../../constructs/metallb/ip-address-pool';
import { loadBalancerAnnotations } from '../../constructs/openstack/load-balancer';
import type { BucketClass } from '../../constructs/rook/bucket-class';
import type { CephCluster } from '../../constructs/rook/ceph-cluster';
import { ObjectBucketClaim } from '../../constructs/rook/object-bucket-claim';
import { ExternalSecret } from '../../constructs/secrets/external-secret';
import { vault } from '../../constructs/secrets/providers';
import type { SecretStore } from '../../constructs/secrets/secret-store';
import { BackupSchedule } from '../../constructs/velero/backup-schedule';
import type { BackupStorageLocation } from '../../constructs/velero/backup-storage-location';
import { s3 } from '../../constructs/velero/providers';
import type { Velero } from '../../constructs/velero/velero';
import { fileSystem, noVolumes } from '../../constructs/velero/volumes';
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

// Storage: a class comes from its pool, a pool is of copies or of pieces.
declare const ceph: CephCluster;
declare const buckets: BucketClass;
ceph.addBlockPool('ok-pool', { replicas: 3 }).addStorageClass('ok-class', { fsType: 'ext4' });
ceph.addBlockPool('ok-coded', { erasureCoded: { dataChunks: 2, codingChunks: 1 } });
new ObjectBucketClaim(app, 'ok-bucket', { class: buckets });
// @ts-expect-error: copies or pieces, not both
ceph.addBlockPool('c1', { replicas: 3, erasureCoded: { dataChunks: 2, codingChunks: 1 } });
// @ts-expect-error: metadata is always of copies
ceph.addFilesystem('c2', { metadataPool: { erasureCoded: { dataChunks: 2, codingChunks: 1 } } });
// @ts-expect-error: files have no filesystem of their own
ceph.addFilesystem('c3').addStorageClass('files', { fsType: 'ext4' });
// @ts-expect-error: osd, host, rack, …
ceph.addBlockPool('c4', { failureDomain: 'node' });
// @ts-expect-error: a bucket is of a bucket class, not of a class of volumes
new ObjectBucketClaim(app, 'c5', { class: ceph.addBlockPool('c5').addStorageClass('c5') });
// @ts-expect-error: a class is an object
new ObjectBucketClaim(app, 'c6', { class: 'buckets' });

// Backups: namespaces, locations and how volumes are saved are objects.
declare const velero: Velero;
declare const namespace: Namespace;
declare const location: BackupStorageLocation;
const daily = { daily: { schedule: '@daily', keep: '720h' } };
const saved = { velero, namespaces: [namespace], volumes: fileSystem(), retention: daily } as const;
new BackupSchedule(app, 'ok-schedule', { ...saved, location });
// @ts-expect-error: a namespace is an object
new BackupSchedule(app, 'v1', { ...saved, namespaces: ['minecraft'] });
// @ts-expect-error: one namespace at least
new BackupSchedule(app, 'v2', { ...saved, namespaces: [] });
// @ts-expect-error: a location is an object
new BackupSchedule(app, 'v3', { ...saved, location: 'outside' });
// @ts-expect-error: for how long it is kept is said
new BackupSchedule(app, 'v4', { ...saved, retention: { daily: { schedule: '@daily' } } });
// @ts-expect-error: a reason why no volumes are saved
noVolumes();

// Secrets: stores and credentials are objects.
declare const store: SecretStore;
declare const secret: ExternalSecret;
const keys = { password: { key: 'shop', property: 'password' } };
new ExternalSecret(app, 'ok-secret', { store, data: keys });
s3({ bucket: 'b', region: 'r', credential: { secret } });
// @ts-expect-error: a store is an object
new ExternalSecret(app, 's1', { store: 'vault', data: keys });
// @ts-expect-error: where in the store it is
new ExternalSecret(app, 's2', { store, data: { password: 'shop' } });
// @ts-expect-error: a credential is an object
s3({ bucket: 'b', region: 'r', credential: 'cloud-credentials' });
// @ts-expect-error: one way to log in
vault({ server: 'https://v', path: 'secret', auth: {} });
