import { ApiObject, Chart } from 'cdk8s';
import { ConfigMap } from '../../constructs/kubernetes/config-map';
import { allow } from '../../fleet/allow';
import type { Application } from '../../fleet/application';
import {
  build,
  buildApp,
  deployment,
  filesOf,
  objectAt,
  onlyFinding,
  raw,
  rulesOf,
  type TestCluster,
} from '../helpers/cluster';

describe('building a cluster', () => {
  test('cluster-scoped objects get no namespace, others the application’s', () => {
    const built = buildApp((app) => {
      raw(app, 'role', {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata: { name: 'r' },
        rules: [],
      });
      raw(app, 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'm' } });
    });
    expect(objectAt(built, 'apps/app/clusterrole-r.yaml').metadata).toEqual({ name: 'r' });
    expect(objectAt(built, 'apps/app/configmap-m.yaml').metadata).toEqual({ name: 'm', namespace: 'app' });
  });

  test('the scope of a custom kind is read from its CRD, in whichever application that is', () => {
    const built = build((cluster) => {
      const user = cluster.application('user');
      raw(user, 'wide', { apiVersion: 'example.com/v1', kind: 'Wide', metadata: { name: 'w' } });
      raw(cluster.application('crds'), 'crd', {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'wides.example.com' },
        spec: { group: 'example.com', scope: 'Cluster', names: { kind: 'Wide', plural: 'wides' }, versions: [] },
      });
    });
    expect(built.findings).toEqual([]);
    expect(objectAt(built, 'apps/user/wide-w.yaml').metadata).toEqual({ name: 'w' });
  });

  test('objects of a nested chart belong to the application', () => {
    const built = buildApp((app) => {
      const nested = new Chart(app, 'nested', { namespace: 'app' });
      new ApiObject(nested, 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'm' } });
    });
    expect(filesOf(built)).toContain('# apps/app/configmap-m.yaml');
  });

  test('an object of another namespace has it in its file’s name', () => {
    const built = buildApp((app) => {
      new ConfigMap(app, 'm', { data: {} });
      raw(app, 'other', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'm', namespace: 'kube-system' } });
    });
    expect([...built.files.keys()].filter((path) => path.includes('configmap'))).toEqual([
      'apps/app/configmap-m.yaml',
      'apps/app/configmap-kube-system.m.yaml',
    ]);
  });

  test('two objects that would have one file are an error', () => {
    const built = buildApp((app) => {
      raw(app, 'a', { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'a:b' } });
      raw(app, 'b', { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'a_b' } });
    });
    expect(onlyFinding(built)).toMatchObject({
      rule: 'fleet/file-clash',
      message: 'ClusterRole a_b would be written to apps/app/clusterrole-a_b.yaml, which another object has taken.',
    });
  });

  test('findings know the line of the code that made the object', () => {
    const built = buildApp((app) => new ConfigMap(app, 'Wrong', { data: {} }));
    expect(onlyFinding(built)).toMatchObject({
      rule: 'kubernetes/name-syntax',
      path: 'test/app/config-map-Wrong/Default',
      location: expect.stringMatching(/^test\/fleet\/build\.test\.ts:\d+:\d+$/),
    });
  });

  test('what an exception ended, with the findings before it', () => {
    const built = build((cluster) => {
      cluster.application('Bad_Name');
      throw new Error('out of cheese');
    });
    expect(rulesOf(built)).toEqual(['argocd/project-name', 'argocd/application-name', 'fleet/exception']);
    expect(built.files.size).toBe(0);
  });

  test('the same id twice, in this project’s words', () => {
    const built = buildApp((app) => {
      new ConfigMap(app, 'm', { data: {} });
      new ConfigMap(app, 'm', { data: {} });
    });
    expect(onlyFinding(built).message).toBe(
      'The name "config-map-m" is used twice below "app": two constructs in one scope need different ids.',
    );
  });

  test('validations of constructs are told', () => {
    const built = buildApp((app) => app.node.addValidation({ validate: () => ['too small', 'too green'] }));
    expect(built.findings.map((f) => f.message)).toEqual(['too small', 'too green']);
  });

  test('a file that Argo CD would skip is an error', () => {
    const built = buildApp((app) => new ConfigMap(app, 'm', { data: { a: '# +argocd:skip-file-rendering' } }));
    expect(onlyFinding(built).rule).toBe('argocd/skip-file-rendering');
  });

  test('a cluster without Argo CD and hub, and one with both', () => {
    expect(rulesOf(build((cluster) => cluster.application('app'), { hub: { cluster: 'hub' } }))).toEqual([]);
    const none = build((cluster) => {
      cluster.application('app');
      cluster.argocd = undefined;
    });
    expect(rulesOf(none)).toContain('argocd/no-instance');
  });
});

describe('waivers', () => {
  test('of an application and of a cluster; without a reason there is none', () => {
    const built = (waive: (app: Application, cluster: TestCluster) => void) =>
      rulesOf(
        buildApp((app, cluster) => {
          new ConfigMap(app, 'Wrong', { data: {} });
          waive(app, cluster);
        }),
      );
    expect(built((app) => app.allow('kubernetes/name-syntax', 'a test'))).toEqual([]);
    expect(built((_, cluster) => cluster.allow('kubernetes/name-syntax', 'a test'))).toEqual([]);
    expect(built((app) => app.allow('kubernetes/name-syntax', ''))).toEqual(['fleet/waiver-reason']);
  });

  const wrong = (rule: string) =>
    buildApp((app) => {
      allow(new ConfigMap(app, 'Wrong', { data: {} }), rule, 'a test');
    });

  test('let findings of a rule pass below a path', () => {
    const built = wrong('kubernetes/name-syntax');
    expect(built.findings).toEqual([]);
    expect(built.waived.map((f) => f.rule)).toEqual(['kubernetes/name-syntax']);
  });

  test('that let nothing pass are an error, with the rule that was meant', () => {
    const built = wrong('kubernetes/name-sintax');
    expect(rulesOf(built)).toEqual(['kubernetes/name-syntax', 'fleet/unused-waiver']);
    expect(built.findings[1]?.severity).toBe('warning');
    expect(built.findings[1]?.message).toContain('Did you mean "kubernetes/name-syntax"?');
  });
});

describe('what does not fit', () => {
  test('an object in no Application', () => {
    const built = build((cluster) => {
      new ApiObject(new Chart(cluster, 'stray'), 'm', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'm' } });
    });
    expect(onlyFinding(built)).toMatchObject({
      rule: 'fleet/outside-application',
      message: 'ConfigMap m is in no Application.',
    });
  });

  test('one object that is no JSON does not hide the others', () => {
    const built = buildApp((app) => {
      raw(app, 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'm' }, data: new Map() });
      new ConfigMap(app, 'Wrong', { data: {} });
    });
    expect(rulesOf(built)).toEqual(['fleet/not-a-manifest', 'kubernetes/name-syntax']);
  });

  test('a dependency on another cluster', () => {
    let other: ConfigMap | undefined;
    build((cluster) => {
      other = new ConfigMap(cluster.application('app'), 'm', { data: {} });
    });
    const built = buildApp((app) => new ConfigMap(app, 'm', { data: {} }).node.addDependency(other as ConfigMap));
    expect(onlyFinding(built).rule).toBe('fleet/foreign-object');
  });

  test('an object that client-side apply cannot take', () => {
    const large = (syncOptions: string[]) =>
      build((cluster) => {
        new ConfigMap(cluster.application('app', { syncOptions }), 'm', { data: { text: 'x'.repeat(300_000) } });
      });
    expect(rulesOf(large([]))).toEqual(['argocd/object-size']);
    expect(rulesOf(large(['ServerSideApply=true']))).toEqual([]);
  });

  test('what the engine says cannot be waived', () => {
    const built = build((cluster) => {
      new ApiObject(new Chart(cluster, 'stray'), 'm', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'm' } });
      cluster.allow('fleet/outside-application', 'a test');
    });
    expect(rulesOf(built)).toEqual(['fleet/outside-application', 'fleet/unused-waiver']);
  });
});

describe('what is there without being written here', () => {
  test('a declared object is found; its reason, its kind and its namespace are asked for', () => {
    const uses = (declare: (cluster: TestCluster) => void) =>
      rulesOf(
        buildApp((app, cluster) => {
          declare(cluster);
          raw(app, 'web', deployment('web', { container: { envFrom: [{ secretRef: { name: 'db' } }] } }));
        }),
      );
    expect(uses(() => undefined)).toEqual(['kubernetes/secret-exists']);
    expect(uses((cluster) => cluster.external('Secret', 'app/db', 'The operator makes it'))).toEqual([]);
    expect(uses((cluster) => cluster.external('Secret', 'app/db', ' '))).toContain('fleet/external');
    expect(uses((cluster) => cluster.external('Secret', 'db', 'The operator makes it'))).toContain('fleet/external');
    const slip = build((cluster) => cluster.external('Secert' as 'Secret', 'app/db', 'x'));
    expect(onlyFinding(slip).message).toContain('Did you mean "Secret"?');
  });
});
