import { ApiObject } from 'cdk8s';
import type { Edge } from '../../apps/edge/edge';
import { AppProject } from '../../constructs/argocd/app-project';
import { proxiesOf } from '../../constructs/envoy-gateway/proxies';
import { HttpRoute } from '../../constructs/gateway/http-route';
import { ConfigMap } from '../../constructs/kubernetes/config-map';
import { fromConfigMap } from '../../constructs/kubernetes/container';
import { CronJob } from '../../constructs/kubernetes/cron-job';
import { Deployment } from '../../constructs/kubernetes/deployment';
import { HorizontalPodAutoscaler } from '../../constructs/kubernetes/horizontal-pod-autoscaler';
import { image } from '../../constructs/kubernetes/image';
import { Namespace } from '../../constructs/kubernetes/namespace';
import { NetworkPolicy } from '../../constructs/kubernetes/network-policy';
import { PodDisruptionBudget } from '../../constructs/kubernetes/pod-disruption-budget';
import { httpProbe } from '../../constructs/kubernetes/probe';
import { Service } from '../../constructs/kubernetes/service';
import { emptyDir } from '../../constructs/kubernetes/volume';
import { Application } from '../../fleet/application';
import type { Cluster } from '../../fleet/cluster';

const WEB =
  'docker.io/nginxinc/nginx-unprivileged:1.29.1@sha256:de5d1b1a83eba576f6c8a688fac2a3523ce457724cdebc8ea48d7818b74cdf6e';
const LABELS = { 'app.kubernetes.io/name': 'api' };

/** A shop that is right: `web` by constructs, `api` by raw objects. The mistakes are made in it. */
export class Shop {
  readonly namespace: Namespace;

  constructor(cluster: Cluster, { edge }: { readonly edge: Edge }) {
    const project = new AppProject(cluster, 'shop', { description: 'The shop' });
    const app = new Application(cluster, 'shop', { project, namespace: 'shop' });
    this.namespace = new Namespace(app, 'shop');
    const proxies = [proxiesOf(edge.gateway)];

    const settings = new ConfigMap(app, 'settings', { data: { mode: 'fast' } });
    const web = new Deployment(app, 'web', {
      containers: [
        {
          name: 'web',
          image: image(WEB),
          ports: { http: 8080 },
          env: { MODE: fromConfigMap(settings, 'mode') },
          requests: { cpu: '100m', memory: '128Mi' },
          limits: { memory: '256Mi' },
          readiness: httpProbe('/ready', 'http'),
          mounts: [{ volume: emptyDir('tmp', { sizeLimit: '1Gi' }), path: '/tmp' }],
        },
      ],
    });
    const service = new Service(app, 'web', { workload: web, ports: { http: { port: 80 } } });
    new PodDisruptionBudget(app, 'web', { workload: web, maxUnavailable: 1 });
    new HorizontalPodAutoscaler(app, 'web', { workload: web, minReplicas: 2, maxReplicas: 8, cpuUtilization: 75 });
    new NetworkPolicy(app, 'web', { pods: web, ingress: [{ from: proxies, ports: [{ port: 'http' }] }] });
    const host = edge.addHost('shop');
    new HttpRoute(app, 'shop', {
      listeners: [host],
      hostnames: [host.hostname],
      rules: [
        {
          matches: [{ pathPrefix: '/' }],
          backends: [service.port('http')],
          timeouts: { request: '30s', backendRequest: '10s' },
        },
      ],
    });
    new CronJob(app, 'report', {
      schedule: '0 3 * * *',
      podLabels: { 'app.kubernetes.io/name': 'report' },
      containers: [
        { name: 'report', image: image(WEB), requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '64Mi' } },
      ],
    });

    new ApiObject(app, 'api-account', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'api' } });
    new ApiObject(app, 'api-role', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'api' },
      rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }],
    });
    new ApiObject(app, 'api-binding', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'api' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'api' },
      subjects: [{ kind: 'ServiceAccount', name: 'api', namespace: 'shop' }],
    });
    new ApiObject(app, 'api-config', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'api-config' },
      data: { 'api.yaml': 'port: 9000' },
    });
    new ApiObject(app, 'api-data', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'api-data' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: 'rook-ceph-block',
        resources: { requests: { storage: '5Gi' } },
      },
    });
    new ApiObject(app, 'api', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'api', labels: LABELS },
      spec: {
        replicas: 1,
        strategy: { type: 'Recreate' },
        selector: { matchLabels: LABELS },
        template: {
          metadata: { labels: LABELS },
          spec: {
            serviceAccountName: 'api',
            securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
            containers: [
              {
                name: 'api',
                image: WEB,
                ports: [{ name: 'http', containerPort: 9000, protocol: 'TCP' }],
                env: [{ name: 'MODE', value: 'fast' }],
                envFrom: [{ configMapRef: { name: 'settings' } }],
                resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
                readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
                securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
                volumeMounts: [
                  { name: 'config', mountPath: '/etc/api' },
                  { name: 'data', mountPath: '/data' },
                ],
              },
            ],
            volumes: [
              { name: 'config', configMap: { name: 'api-config' } },
              { name: 'data', persistentVolumeClaim: { claimName: 'api-data' } },
            ],
          },
        },
      },
    });
    new ApiObject(app, 'api-service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'api' },
      spec: {
        type: 'ClusterIP',
        selector: LABELS,
        ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }],
      },
    });
    new ApiObject(app, 'api-budget', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'api' },
      spec: { maxUnavailable: 1, selector: { matchLabels: LABELS } },
    });
    new ApiObject(app, 'api-policy', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'api' },
      spec: {
        podSelector: { matchLabels: LABELS },
        policyTypes: ['Ingress'],
        ingress: [{ from: [{ ipBlock: { cidr: '10.244.0.0/16' } }], ports: [{ port: 'http', protocol: 'TCP' }] }],
      },
    });
    host.admit('shop');
    new ApiObject(app, 'api-route', {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'api' },
      spec: {
        parentRefs: [
          { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge', namespace: 'edge', sectionName: 'shop' },
        ],
        hostnames: ['shop.oden.example.com'],
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/api' } }],
            filters: [
              { type: 'URLRewrite', urlRewrite: { path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' } } },
            ],
            backendRefs: [{ name: 'api', port: 80 }],
          },
        ],
      },
    });
  }
}
