import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

/** How large the fleet of the benchmark is. */
export interface Size {
  readonly clusters: number;
  readonly applications: number;
  readonly objects: number;
}

export const FULL_SIZE: Size = { clusters: 10, applications: 100, objects: 30 };

/** A small generator of repeatable random numbers (mulberry32), so that both sides build the same trees. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Fills a chart with objects of the kinds that a fleet has: workloads with what they need, and custom resources.
 * They are plain ApiObjects, so that both engines get the same constructs.
 */
export function populate(chart: Construct, namespace: string, seed: number, objects: number): void {
  const next = random(seed);
  new ApiObject(chart, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  for (let i = 0; i < objects - 1; i++) {
    const make = MAKERS[i % MAKERS.length];
    const group = Math.floor(i / MAKERS.length);
    if (make) new ApiObject(chart, `object-${i}`, make(`svc-${group}`, namespace, next));
  }
}

type Maker = (name: string, namespace: string, next: () => number) => ConstructorParameters<typeof ApiObject>[2];

const labels = (name: string) => ({ 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'bench' });

/** In an order that keeps every reference of an object within its group of ten. */
const MAKERS: readonly Maker[] = [
  (name, namespace, next) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace, labels: labels(name) },
    data: {
      'application.yaml': `server:\n  port: ${8000 + Math.floor(next() * 1000)}\nlog:\n  level: info\n`,
      FEATURES: next() > 0.5 ? 'on' : 'off',
    },
  }),
  (name, namespace, next) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels: labels(name), annotations: { 'example.com/owner': 'team-a' } },
    spec: {
      selector: { matchLabels: labels(name) },
      template: {
        metadata: { labels: labels(name) },
        spec: {
          securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [
            {
              name: 'app',
              image: `registry.example.com/team/${name}:1.${Math.floor(next() * 90)}.0`,
              ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
              env: [
                { name: 'LOG_LEVEL', value: 'info' },
                { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
              ],
              envFrom: [{ configMapRef: { name } }],
              resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
              readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 10 },
              securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
              volumeMounts: [{ name: 'config', mountPath: '/etc/app' }],
            },
          ],
          volumes: [{ name: 'config', configMap: { name } }],
        },
      },
    },
  }),
  (name, namespace) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, labels: labels(name) },
    spec: { selector: labels(name), ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }] },
  }),
  (name, namespace) => ({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace },
    automountServiceAccountToken: false,
  }),
  (name, namespace) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: { name, namespace },
    rules: [{ apiGroups: [''], resources: ['configmaps', 'secrets'], verbs: ['get', 'list', 'watch'] }],
  }),
  (name, namespace) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name, namespace },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  }),
  (name, namespace, next) => ({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, namespace },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      minReplicas: 1,
      maxReplicas: 2 + Math.floor(next() * 8),
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
      ],
    },
  }),
  (name, namespace) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: {
      podSelector: { matchLabels: labels(name) },
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: [{ port: 8080, protocol: 'TCP' }] }],
    },
  }),
  (name, namespace) => ({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name, namespace },
    spec: {
      hostnames: [`${name}.example.com`],
      parentRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge', namespace: 'edge' }],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' } }],
          backendRefs: [{ group: '', kind: 'Service', name, port: 80, weight: 1 }],
        },
      ],
    },
  }),
  (name, namespace, next) => ({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name, namespace },
    spec: {
      schedule: `${Math.floor(next() * 60)} ${Math.floor(next() * 24)} * * *`,
      concurrencyPolicy: 'Forbid',
      jobTemplate: {
        spec: {
          template: {
            spec: {
              restartPolicy: 'Never',
              containers: [{ name: 'job', image: 'registry.example.com/team/job:1.0.0', args: ['--clean', name] }],
            },
          },
        },
      },
    },
  }),
];
