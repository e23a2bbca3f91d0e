import type { Application } from '../../fleet/application';
import { build, deployment, raw } from '../helpers/cluster';

type Json = Record<string, unknown>;

/** A workload with all that refers to it, which is right; a test replaces parts of it. */
const RIGHT: Readonly<Record<string, Json>> = {
  namespace: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'app' } },
  settings: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: { mode: 'fast' } },
  account: { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'web' } },
  workload: deployment('web', {
    container: { envFrom: [{ configMapRef: { name: 'settings' } }], resources: { requests: { cpu: '1' } } },
    spec: { serviceAccountName: 'web' },
  }),
  service: {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
  },
  budget: {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'web' },
    spec: { maxUnavailable: 1, selector: { matchLabels: { app: 'web' } } },
  },
  scaler: {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web' },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      maxReplicas: 3,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
      ],
    },
  },
  policy: {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'web' },
    spec: { podSelector: { matchLabels: { app: 'web' } }, policyTypes: ['Ingress'] },
  },
  role: { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'web' }, rules: [] },
  binding: {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'web' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'web' },
    subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'app' }],
  },
};

const RULES = { kind: 'kubernetes/kind-exists', name: 'kubernetes/name-syntax' };

describe('what a mistake leads to is not told beside it', () => {
  const toldOf = (changed: Readonly<Record<string, Json>>) =>
    build((cluster) => {
      const app: Application = cluster.application('app', { namespace: 'app' });
      for (const [id, object] of Object.entries({ ...RIGHT, ...changed })) raw(app, id, object as never);
    }).findings.map(({ rule, path }) => `${rule} ${path}`);

  const with_ = (id: string, change: Json) => ({ [id]: { ...RIGHT[id], ...change } });

  test('of what is right nothing is told', () => expect(toldOf({})).toEqual([]));

  test.each<[string, string, Json, string]>([
    ['a slip of a workload’s kind', 'workload', { kind: 'Deploymnet' }, RULES.kind],
    ['a group that is no more', 'workload', { apiVersion: 'extensions/v1beta1' }, RULES.kind],
    ['a slip of a group', 'workload', { apiVersion: 'app/v1' }, RULES.kind],
    ['a slip of an account’s kind', 'account', { kind: 'ServiceAcount' }, RULES.kind],
    ['a ConfigMap’s kind in another case', 'settings', { kind: 'Configmap' }, RULES.kind],
    ['a Role in a group that is none', 'role', { apiVersion: 'rbac.authorisation.k8s.io/v1' }, RULES.kind],
    ['a ConfigMap’s name in upper case', 'settings', { metadata: { name: 'Settings' } }, RULES.name],
    ['an account’s name in upper case', 'account', { metadata: { name: 'Web' } }, RULES.name],
    ['a Namespace’s name in upper case', 'namespace', { metadata: { name: 'App' } }, RULES.name],
  ])('%s', (_, id, change, rule) => {
    expect(toldOf(with_(id, change))).toEqual([`${rule} test/app/${id}`]);
  });

  const { spec, ...workload } = RIGHT['workload'] as ReturnType<typeof deployment>;

  test('a workload in a namespace that nothing makes', () => {
    expect(toldOf({ workload: { ...workload, metadata: { name: 'web', namespace: 'ap' }, spec } })).toEqual([
      'kubernetes/namespace-exists test/app/workload',
      // An autoscaler finds its workload by its name alone.
      'kubernetes/scale-target test/app/scaler',
    ]);
  });

  test('a workload that does not select its own Pods', () => {
    const template = { ...spec.template, metadata: { labels: { app: 'wbe' } } };
    expect(toldOf({ workload: { ...workload, spec: { ...spec, template } } })).toEqual([
      'kubernetes/selector-matches-template test/app/workload',
    ]);
  });

  test('a port that probe, Service and NetworkPolicy name', () => {
    const port = (name: string) => {
      const [container] = spec.template.spec.containers;
      const probed = {
        ...container,
        ports: [{ name, containerPort: 8080 }],
        readinessProbe: { httpGet: { path: '/', port: 'http' } },
      };
      const template = { ...spec.template, spec: { ...spec.template.spec, containers: [probed] } };
      const policy = { podSelector: { matchLabels: { app: 'web' } }, ingress: [{ ports: [{ port: 'http' }] }] };
      return {
        workload: { ...workload, spec: { ...spec, template } },
        service: { ...RIGHT['service'], spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 'http' }] } },
        policy: { ...RIGHT['policy'], spec: policy },
      };
    };
    expect(toldOf(port('http'))).toEqual([]);
    expect(toldOf(port('htpp'))).toEqual(['kubernetes/probe-port test/app/workload']);
  });

  test('a wrong label in metadata and template is one', () => {
    const labels = { app: 'web', tier: 'not one' };
    const template = { ...spec.template, metadata: { labels } };
    const changed = { ...workload, metadata: { name: 'web', labels }, spec: { ...spec, template } };
    expect(toldOf({ workload: changed })).toEqual(['kubernetes/label-syntax test/app/workload']);
  });

  test('two objects with one wrong name are both told', () => {
    const metadata = { name: 'Web' };
    const extra = { apiVersion: 'v1', kind: 'ConfigMap', metadata };
    expect(toldOf({ extra, account: { ...RIGHT['account'], metadata } }).sort()).toEqual([
      'kubernetes/name-syntax test/app/account',
      'kubernetes/name-syntax test/app/extra',
    ]);
  });

  test('a kind of others, whom nobody knows here, stands for itself', () => {
    const knative = { apiVersion: 'serving.knative.dev/v1', kind: 'Service', metadata: { name: 'web' }, spec: {} };
    expect(toldOf({ service: knative })).toEqual(['kubernetes/kind-exists test/app/service']);
  });
});
