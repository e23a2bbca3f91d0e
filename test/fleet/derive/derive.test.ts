import { AppProject } from '../../../constructs/argocd/app-project';
import { HelmApplication, type HelmApplicationProps } from '../../../constructs/argocd/helm-application';
import { inWave } from '../../../constructs/argocd/in-wave';
import { ConfigMap } from '../../../constructs/kubernetes/config-map';
import { PersistentVolumeClaim } from '../../../constructs/kubernetes/persistent-volume-claim';
import { build, buildApp, deployment, objectAt, onlyFinding, raw, type TestCluster } from '../../helpers/cluster';
import { CEL, celPolicy } from '../../helpers/policies';

const application = (name: string) => `app-of-apps/application-${name}.yaml`;
const annotationsOf = (built: ReturnType<typeof build>, path: string) =>
  objectAt(built, path).metadata.annotations ?? {};
const wave = (built: ReturnType<typeof build>, name: string) =>
  annotationsOf(built, application(name))['argocd.argoproj.io/sync-wave'];
const specOf = (built: ReturnType<typeof build>, name: string) =>
  objectAt(built, application(name))['spec'] as Record<string, unknown>;

const CHART: HelmApplicationProps = {
  namespace: 'operator',
  project: undefined as never,
  repository: 'https://charts.example.com',
  chart: 'operator',
  version: '1.2.3',
  declares: {},
};

function chart(cluster: TestCluster, name: string, props: Partial<HelmApplicationProps> = {}): HelmApplication {
  const project = new AppProject(cluster, name, { description: name });
  return new HelmApplication(cluster, name, { ...CHART, namespace: 'kube-system', project, ...props });
}

describe('waves', () => {
  test('follow from dependsOn: one less than the earliest that waits; what nothing waits for is in wave 0', () => {
    const built = build((cluster) => {
      const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => {
        const app = cluster.application(name);
        return app;
      });
      b?.dependsOn(a as never);
      c?.dependsOn(b as never);
      d?.dependsOn(a as never, c as never);
    });
    expect(built.findings).toEqual([]);
    expect(['a', 'b', 'c', 'd'].map((name) => wave(built, name))).toEqual(['-3', '-2', '-1', '0']);
  });

  test('follow from who brings a kind’s CRD, and the user’s dry run is skipped', () => {
    const built = build((cluster) => {
      raw(cluster.application('user'), 'x', { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w' } });
      chart(cluster, 'operator', { declares: { crds: ['example.com/Widget'], kinds: ['apps/Deployment'] } });
    });
    expect(built.findings).toEqual([]);
    expect([wave(built, 'operator'), wave(built, 'user')]).toEqual(['-1', '0']);
    expect(specOf(built, 'user')).toMatchObject({
      syncPolicy: { syncOptions: ['SkipDryRunOnMissingResource=true'], retry: { limit: 10 } },
    });
    expect(specOf(built, 'operator')).toMatchObject({ syncPolicy: { syncOptions: ['ServerSideApply=true'] } });
  });

  test('follow from a dependency between constructs of two applications', () => {
    const built = build((cluster) => {
      const a = new ConfigMap(cluster.application('a'), 'm', { data: {} });
      const b = new ConfigMap(cluster.application('b'), 'm', { data: {} });
      a.node.addDependency(b);
    });
    expect([wave(built, 'b'), wave(built, 'a')]).toEqual(['-1', '0']);
  });

  test('follow from policies, which look at workloads when these are written', () => {
    const built = build((cluster) => {
      raw(cluster.application('web'), 'web', deployment('web'));
      celPolicy()(cluster.application('policies'), cluster);
      new ConfigMap(cluster.application('other'), 'm', { data: {} });
    }, CEL);
    expect(built.findings).toEqual([]);
    expect(['policies', 'web', 'other'].map((name) => wave(built, name))).toEqual(['-1', '0', '0']);
  });

  test('a Namespace comes no later than the first object in it', () => {
    const built = buildApp((app) => inWave(-2, new ConfigMap(app, 'first', { data: {} })));
    const waveOf = (file: string) => annotationsOf(built, `apps/app/${file}.yaml`)['argocd.argoproj.io/sync-wave'];
    expect([waveOf('namespace-app'), waveOf('configmap-first')]).toEqual(['-2', '-2']);
  });

  test('order objects within an application where it was said', () => {
    const built = buildApp((app) => {
      const [a, b, c] = ['a', 'b', 'c'].map((name) => new ConfigMap(app, name, { data: {} }));
      a?.node.addDependency(b as never);
      b?.node.addDependency(c as never);
    });
    const waves = ['a', 'b', 'c'].map(
      (n) => annotationsOf(built, `apps/app/configmap-${n}.yaml`)['argocd.argoproj.io/sync-wave'],
    );
    expect(waves).toEqual(['2', '1', undefined]);
  });

  test('a circle of objects is told', () => {
    const built = buildApp((app) => {
      const [a, b] = ['a', 'b'].map((name) => new ConfigMap(app, name, { data: {} }));
      a?.node.addDependency(b as never);
      b?.node.addDependency(a as never);
    });
    expect(onlyFinding(built)).toMatchObject({
      rule: 'argocd/dependency-cycle',
      message: expect.stringContaining('Constructs wait for each other in a circle'),
    });
  });

  test('a circle is told, with its way round', () => {
    const built = build((cluster) => {
      const [a, b, c] = ['a', 'b', 'c'].map((name) => cluster.application(name));
      a?.dependsOn(b as never);
      b?.dependsOn(c as never);
      c?.dependsOn(a as never);
    });
    expect(onlyFinding(built)).toMatchObject({
      rule: 'argocd/dependency-cycle',
      message:
        'Applications wait for each other in a circle: a → b → c → a: a waits for b (dependsOn), b waits for c (dependsOn), c waits for a (dependsOn).',
      location: expect.stringContaining('test/helpers/cluster.ts'),
    });
  });

  test('a long chain of applications is no trouble', () => {
    const start = performance.now();
    const built = build((cluster) => {
      const apps = Array.from({ length: 60 }, (_, i) => cluster.application(`a${i}`));
      for (const [i, app] of apps.entries()) if (i > 0) app.dependsOn(...apps.slice(0, i));
    });
    expect([wave(built, 'a0'), wave(built, 'a59')]).toEqual(['-59', '0']);
    const project = objectAt(built, 'app-of-apps/appproject-a0.yaml');
    expect(project.metadata.annotations?.['argocd.argoproj.io/sync-wave']).toBe('-60');
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('protection', () => {
  test('of what holds data: never pruned, never deleted; what the object says itself stands', () => {
    const built = buildApp((app) => {
      new PersistentVolumeClaim(app, 'data', { size: '1Gi' });
      new PersistentVolumeClaim(app, 'scratch', {
        size: '1Gi',
        annotations: { 'argocd.argoproj.io/sync-options': 'Prune=confirm' },
      });
    });
    const options = (name: string) =>
      annotationsOf(built, `apps/app/persistentvolumeclaim-${name}.yaml`)['argocd.argoproj.io/sync-options'];
    expect(options('data')).toBe('Prune=false,Delete=false');
    expect(options('scratch')).toBe('Prune=confirm,Delete=false');
    expect(annotationsOf(built, 'apps/app/namespace-app.yaml')['argocd.argoproj.io/sync-options']).toBe(
      'Prune=false,Delete=false',
    );
  });

  test('a stateful application has no cascading finalizer and outlives its removal from git', () => {
    const built = buildApp((app) => new PersistentVolumeClaim(app, 'data', { size: '1Gi' }));
    const { metadata } = objectAt(built, application('app'));
    expect(metadata['finalizers']).toBeUndefined();
    expect(metadata.annotations?.['argocd.argoproj.io/sync-options']).toBe('Prune=false,Delete=false');
  });

  test('a stateless one is deleted with what it made', () => {
    const built = buildApp((app) => new ConfigMap(app, 'm', { data: {} }));
    expect(objectAt(built, application('app')).metadata['finalizers']).toEqual([
      'resources-finalizer.argocd.argoproj.io/background',
    ]);
  });

  test('of a chart’s StatefulSets and CRDs nothing is known, so it counts as stateful', () => {
    const built = build((cluster) => {
      chart(cluster, 'crds', { declares: { crds: ['example.com/Widget'] } });
      chart(cluster, 'sets', { declares: { kinds: ['apps/StatefulSet'] } });
      chart(cluster, 'none', { declares: { kinds: ['apps/Deployment'] } });
    });
    const finalizers = ['crds', 'sets', 'none'].map((n) => objectAt(built, application(n)).metadata['finalizers']);
    expect(finalizers).toEqual([undefined, undefined, ['resources-finalizer.argocd.argoproj.io/background']]);
  });
});

describe('the Application', () => {
  test('of a folder: one source, recursive, rendered again only for commits below it', () => {
    const built = buildApp((app) => new ConfigMap(app, 'm', { data: {} }));
    expect(annotationsOf(built, application('app'))['argocd.argoproj.io/manifest-generate-paths']).toBe(
      '/dist/test/apps/app',
    );
    expect(specOf(built, 'app')).toEqual({
      project: 'app',
      source: {
        repoURL: 'https://github.com/example/fleet',
        targetRevision: 'main',
        path: 'dist/test/apps/app',
        directory: { recurse: true },
      },
      destination: { server: 'https://kubernetes.default.svc', namespace: 'app' },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        retry: { limit: 10, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } },
      },
    });
  });

  test('by tier: production waits for a person, unless the cluster or the application says otherwise', () => {
    const automated = (props: object, own: object = {}) =>
      (
        specOf(
          build((c) => void c.application('app', own), props),
          'app',
        )['syncPolicy'] as Record<string, unknown>
      )['automated'];
    expect(automated({ tier: 'staging' })).toEqual({ prune: true, selfHeal: true });
    expect(automated({ tier: 'production' })).toBeUndefined();
    expect(automated({ tier: 'production', sync: 'automated' })).toEqual({ prune: true, selfHeal: true });
    expect(automated({ tier: 'production' }, { sync: 'automated', prune: false })).toEqual({ selfHeal: true });
  });

  test('follows the cluster’s revision', () => {
    const built = build((c) => void c.application('app'), { revision: 'v1.2.3' });
    expect(specOf(built, 'app')).toMatchObject({ source: { targetRevision: 'v1.2.3' } });
    expect(built.files.get('bootstrap/root.yaml')).toContain('targetRevision: v1.2.3');
  });

  test('of a chart alone, with values, with objects beside it', () => {
    const built = build((cluster) => {
      chart(cluster, 'plain');
      chart(cluster, 'valued', { values: { a: { b: 1 } }, releaseName: 'other' });
      new ConfigMap(chart(cluster, 'both'), 'm', { data: {} });
    });
    expect(specOf(built, 'plain')).toMatchObject({
      source: {
        repoURL: 'https://charts.example.com',
        chart: 'operator',
        targetRevision: '1.2.3',
        helm: { releaseName: 'plain' },
      },
    });
    expect(annotationsOf(built, application('plain'))['argocd.argoproj.io/manifest-generate-paths']).toBeUndefined();
    expect(specOf(built, 'valued')).toMatchObject({
      source: { helm: { releaseName: 'other', valuesObject: { a: { b: 1 } } } },
    });
    expect(specOf(built, 'both')['sources']).toEqual([
      expect.objectContaining({ chart: 'operator' }),
      expect.objectContaining({ path: 'dist/test/apps/both', directory: { recurse: true } }),
    ]);
  });

  test('on a hub: the cluster by name, and names with the cluster’s in front', () => {
    const built = build((c) => void c.application('app'), { hub: { cluster: 'hub' } });
    expect(objectAt(built, 'app-of-apps/application-test-app.yaml')).toMatchObject({
      metadata: { name: 'test-app', namespace: 'argocd' },
      spec: { project: 'test-app', destination: { name: 'test', namespace: 'app' } },
    });
    expect(JSON.parse(built.files.get('bootstrap/cluster.json') ?? '')).toEqual({
      cluster: 'test',
      hub: 'hub',
      manifests: 'dist/test/app-of-apps',
      revision: 'main',
      sync: 'automated',
      tier: 'home',
    });
  });
});

describe('the AppProject', () => {
  test('allows exactly what its applications use', () => {
    const built = build((cluster) => {
      const project = new AppProject(cluster, 'mixed', { description: 'Both' });
      new ConfigMap(cluster.application('app', { project }), 'm', { data: {} });
      const declares = {
        crds: ['example.com/Widget', 'example.com/Wide'],
        kinds: ['example.com/Wide', 'apps/Deployment'],
        clusterScoped: ['example.com/Wide'],
        namespaces: ['kube-system'],
      };
      chart(cluster, 'operator', { project, declares });
    });
    expect(objectAt(built, 'app-of-apps/appproject-mixed.yaml')).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: {
        name: 'mixed',
        namespace: 'argocd',
        annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false', 'argocd.argoproj.io/sync-wave': '-20' },
      },
      spec: {
        description: 'Both',
        sourceRepos: ['https://charts.example.com', 'https://github.com/example/fleet'],
        destinations: [
          { namespace: 'app', server: 'https://kubernetes.default.svc' },
          { namespace: 'kube-system', server: 'https://kubernetes.default.svc' },
        ],
        clusterResourceWhitelist: [
          { group: '', kind: 'Namespace', name: 'app' },
          { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' },
          { group: 'example.com', kind: 'Wide' },
        ],
        namespaceResourceWhitelist: [
          { group: '', kind: 'ConfigMap' },
          { group: 'apps', kind: 'Deployment' },
        ],
      },
    });
  });

  test('with no namespaced kinds denies them all: an absent list would allow all', () => {
    const built = build((cluster) => void cluster.application('app'));
    const spec = objectAt(built, 'app-of-apps/appproject-app.yaml')['spec'] as Record<string, unknown>;
    expect(spec['namespaceResourceWhitelist']).toBeUndefined();
    expect(spec['namespaceResourceBlacklist']).toEqual([{ group: '*', kind: '*' }]);
  });
});
