import { allow } from '../../fleet/allow';
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
      // Where it is not, nobody knows that it should be.
      'kubernetes/service-selector test/app/service',
      'kubernetes/disruption-budget test/app/budget',
      'kubernetes/scale-target test/app/scaler',
      'kubernetes/network-policy test/app/policy',
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

  test('what is waived takes nothing away', () => {
    const { findings, waived } = build((cluster) => {
      const app = cluster.application('app', { namespace: 'app' });
      const metadata = { name: 'web', namespace: 'elsewhere' };
      for (const [id, object] of Object.entries({
        namespace: RIGHT['namespace'],
        workload: { ...workload, metadata, spec },
      }))
        raw(app, id, object as never);
      allow(app, 'kubernetes/namespace-exists', 'A test');
    });
    expect(waived).toHaveLength(1);
    expect(findings.map(({ rule }) => rule)).toEqual([
      'kubernetes/config-map-exists',
      'kubernetes/service-account-exists',
    ]);
  });

  test('names that are only alike are no consequence of each other', () => {
    const map = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'ConfigMap' } };
    const told = toldOf({ a: map('Secret'), b: map('Secret_More'), c: map('More.Secret'), secret });
    expect(told).toEqual(['a', 'b', 'c', 'secret'].map((id) => expect.stringMatching(`name-syntax test/app/${id}$`)));
  });

  test.each([undefined, '', 8080])('a listener named %s hides nothing', (name) => {
    const listener = { name, port: 80, protocol: 'HTTP' };
    const told = toldOf({
      gateway: {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'Gateway',
        metadata: { name: 'edge' },
        spec: { gatewayClassName: 'theirs', listeners: [listener] },
      },
      settings: { ...RIGHT['settings'], metadata: { name: 'settings', labels: { 'a b': 'c' } } },
    });
    expect(told).toContain('kubernetes/label-syntax test/app/settings');
    expect(told).toContain('gateway/host-syntax test/app/gateway');
  });

  test('a kind of others, whom nobody knows here, stands for itself', () => {
    const knative = { apiVersion: 'serving.knative.dev/v1', kind: 'Service', metadata: { name: 'web' }, spec: {} };
    expect(toldOf({ service: knative })).toEqual(['kubernetes/kind-exists test/app/service']);
  });
});
