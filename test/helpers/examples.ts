import { ApiResource } from 'cdk8s-plus-28';
import { ConfigMap } from '../../constructs/kubernetes/config-map';
import { type ContainerProps, fromConfigMap, fromField, fromSecret } from '../../constructs/kubernetes/container';
import { CronJob } from '../../constructs/kubernetes/cron-job';
import { Deployment } from '../../constructs/kubernetes/deployment';
import { HorizontalPodAutoscaler } from '../../constructs/kubernetes/horizontal-pod-autoscaler';
import { image } from '../../constructs/kubernetes/image';
import { Job } from '../../constructs/kubernetes/job';
import { Namespace } from '../../constructs/kubernetes/namespace';
import { NetworkPolicy } from '../../constructs/kubernetes/network-policy';
import { PersistentVolumeClaim } from '../../constructs/kubernetes/persistent-volume-claim';
import { PodDisruptionBudget } from '../../constructs/kubernetes/pod-disruption-budget';
import { execProbe, httpProbe, tcpProbe } from '../../constructs/kubernetes/probe';
import { ClusterRole, Role } from '../../constructs/kubernetes/role';
import { Service } from '../../constructs/kubernetes/service';
import { ServiceAccount } from '../../constructs/kubernetes/service-account';
import { StatefulSet } from '../../constructs/kubernetes/stateful-set';
import {
  claimTemplate,
  claimVolume,
  configMapVolume,
  emptyDir,
  secretVolume,
} from '../../constructs/kubernetes/volume';
import type { Application } from '../../fleet/application';

export const IMAGE = image(`docker.io/library/busybox:1.38.0@sha256:${'0'.repeat(64)}`);

/** A Deployment as short as can be. */
export const web = (app: Application, name = 'web', requests?: ContainerProps['requests']) =>
  new Deployment(app, name, { containers: [{ name: 'web', image: IMAGE, ports: { http: 8080 }, requests }] });

/**
 * Every construct, used as a user would: the contract suite runs over them, and each has a snapshot. The key is the
 * file's name in constructs/kubernetes.
 */
export const examples: Readonly<Record<string, (app: Application) => void>> = {
  'config-map': (app) => new ConfigMap(app, 'settings', { data: { 'app.conf': 'a = 1\nb = 2\n', MODE: 'on' } }),
  container: (app) => {
    const settings = new ConfigMap(app, 'settings', { data: { mode: 'fast' } });
    new Deployment(app, 'web', {
      containers: [
        {
          name: 'web',
          image: IMAGE,
          command: ['sh', '-c'],
          args: ['serve'],
          ports: { http: 8080, dns: { port: 53, protocol: 'UDP' } },
          env: {
            PLAIN: 'yes',
            MODE: fromConfigMap(settings, 'mode'),
            TOKEN: fromSecret('web-token', 'token', { optional: true }),
            NODE: fromField('spec.nodeName'),
          },
          envFrom: [settings],
          requests: { cpu: '100m', memory: '64Mi' },
          limits: { memory: '128Mi' },
          startup: tcpProbe('http', { failureThreshold: 30 }),
          readiness: httpProbe('/ready', 'http'),
          liveness: execProbe(['true'], { periodSeconds: 30 }),
          lifecycle: { preStop: { sleep: { seconds: 5 } } },
          securityContext: { capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } },
        },
      ],
    });
  },
  'cron-job': (app) =>
    new CronJob(app, 'nightly', {
      schedule: '30 2 * * *',
      timeZone: 'Europe/Stockholm',
      activeDeadlineSeconds: 600,
      containers: [{ name: 'job', image: IMAGE, args: ['clean'] }],
    }),
  deployment: (app) =>
    new Deployment(app, 'web', { replicas: 3, strategy: 'Recreate', containers: [{ name: 'web', image: IMAGE }] }),
  'horizontal-pod-autoscaler': (app) =>
    new HorizontalPodAutoscaler(app, 'scale', {
      workload: web(app, 'web', { cpu: '100m', memory: '64Mi' }),
      minReplicas: 2,
      maxReplicas: 8,
      cpuUtilization: 75,
      memoryUtilization: 80,
    }),
  job: (app) =>
    new Job(app, 'migrate', { hook: 'PreSync', backoffLimit: 2, containers: [{ name: 'job', image: IMAGE }] }),
  namespace: (app) =>
    new Namespace(app, 'guarded', { podSecurity: 'baseline', defaultDeny: true, labels: { team: 'a' } }),
  'network-policy': (app) =>
    new NetworkPolicy(app, 'web', {
      pods: web(app),
      ingress: [{ from: [{ podSelector: { matchLabels: { role: 'client' } } }], ports: [{ port: 'http' }] }],
      egress: [
        { to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }], ports: [{ port: 53, protocol: 'UDP' }] },
      ],
    }),
  'persistent-volume-claim': (app) =>
    new PersistentVolumeClaim(app, 'data', { size: '20Gi', storageClass: 'fast', accessMode: 'ReadWriteMany' }),
  'pod-disruption-budget': (app) =>
    new PodDisruptionBudget(app, 'budget', { workload: web(app), maxUnavailable: '50%' }),
  'pod-template': (app) =>
    new Deployment(app, 'web', {
      serviceAccount: new ServiceAccount(app, 'web-account'),
      initContainers: [{ name: 'prepare', image: IMAGE }],
      containers: [{ name: 'web', image: IMAGE }],
      securityContext: { runAsUser: 1000 },
      terminationGracePeriodSeconds: 60,
      nodeSelector: { 'kubernetes.io/arch': 'amd64' },
      tolerations: [{ key: 'dedicated', operator: 'Exists' }],
      priorityClassName: 'system-cluster-critical',
      podLabels: { team: 'a' },
      podAnnotations: { 'example.com/a': 'b' },
      podSpec: { dnsPolicy: 'Default' },
    }),
  reloader: (app) =>
    new Deployment(app, 'web', { reloader: { configMaps: ['settings'] }, containers: [{ name: 'web', image: IMAGE }] }),
  role: (app) => {
    const account = new ServiceAccount(app, 'reader');
    new Role(app, 'read', {
      rules: [
        { verbs: ['get', 'list'], resources: [ApiResource.PODS, ApiResource.DEPLOYMENTS], resourceNames: ['web'] },
      ],
    }).bind(account);
    new ClusterRole(app, 'nodes', { rules: [{ verbs: ['watch'], resources: [ApiResource.NODES] }] }).bind(account);
  },
  service: (app) => {
    const service = new Service(app, 'web', {
      workload: web(app),
      ports: { http: { port: 80 }, admin: { port: 81, target: 'http', appProtocol: 'http' } },
    });
    service.port('http');
    new Service(app, 'peers', { workload: web(app, 'peer'), type: 'Headless', ports: { http: {} } });
    new Service(app, 'outside', {
      workload: web(app, 'front'),
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Local',
      annotations: { 'metallb.io/address-pool': 'public' },
      ports: { http: { port: 80, nodePort: 30080 } },
    });
  },
  'service-account': (app) => new ServiceAccount(app, 'robot', { annotations: { 'example.com/role': 'reader' } }),
  'stateful-set': (app) => {
    const workload = new StatefulSet(app, 'db', {
      replicas: 3,
      podManagementPolicy: 'Parallel',
      containers: [
        {
          name: 'db',
          image: IMAGE,
          ports: { sql: 5432 },
          mounts: [{ volume: claimTemplate('data', { size: '10Gi' }), path: '/data' }],
        },
      ],
    });
    new Service(app, 'db', { workload, type: 'Headless', ports: { sql: {} } });
  },
  volume: (app) => {
    const settings = new ConfigMap(app, 'settings', { data: { 'app.conf': 'a' } });
    const claim = new PersistentVolumeClaim(app, 'shared', { size: '1Gi' });
    new Deployment(app, 'web', {
      containers: [
        {
          name: 'web',
          image: IMAGE,
          mounts: [
            { volume: configMapVolume(settings), path: '/etc/app.conf', subPath: 'app.conf', readOnly: true },
            { volume: claimVolume(claim), path: '/shared' },
            { volume: emptyDir('tmp', { medium: 'Memory', sizeLimit: '64Mi' }), path: '/tmp' },
            { volume: secretVolume('tls', 'web-tls'), path: '/tls', readOnly: true },
          ],
        },
      ],
    });
  },
};

/** Secrets that examples refer to, which somebody made by hand. */
export const EXTERNALS = { secrets: ['app/web-tls'] };
