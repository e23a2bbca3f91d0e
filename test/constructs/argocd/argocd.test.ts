import { load } from 'js-yaml';
import { ArgoCd } from '../../../constructs/argocd/argocd';
import { excludeResources } from '../../../constructs/argocd/resource-exclusions';
import { buildCluster } from '../../../fleet/build';
import { Cluster } from '../../../fleet/cluster';
import type { KubeObject } from '../../../fleet/object';
import { DEFAULT_EXCLUSIONS } from '../../../fleet/resource-exclusions';
import { build, objectAt, objectsAt, onlyFinding, testFleet } from '../../helpers/cluster';

const valuesOf = (built: ReturnType<typeof build>) =>
  load(built.files.get('bootstrap/argocd-values.yaml') ?? '') as Record<string, unknown>;
const sourceOf = (application: KubeObject) =>
  (
    application['spec'] as {
      sources: { helm?: { valuesObject: unknown; releaseName: string }; chart?: string; targetRevision: string }[];
    }
  ).sources[0];

describe('Argo CD', () => {
  test('manages itself as the bootstrap installed it: chart, release, namespace, values; no pruning, no finalizer', () => {
    const built = build(() => undefined);
    const self = objectAt(built, 'app-of-apps/application-argocd.yaml');
    expect(sourceOf(self)).toMatchObject({
      chart: 'argo-cd',
      targetRevision: '10.1.1',
      helm: { releaseName: 'argocd' },
    });
    expect(sourceOf(self)?.helm?.valuesObject).toEqual(valuesOf(built));
    expect(self['spec']).toMatchObject({
      syncPolicy: { automated: { selfHeal: true }, syncOptions: ['ServerSideApply=true'] },
    });
    expect(JSON.stringify(self)).not.toContain('"prune"');
    expect(self.metadata['finalizers']).toBeUndefined();
    expect(built.files.get('bootstrap/README.md')).toContain('--version 10.1.1');
  });

  test('the root: no finalizer, recursive, prunes and heals, takes up newer commits on a retry', () => {
    const built = build(() => undefined);
    const [project, root] = objectsAt(built, 'bootstrap/root.yaml');
    expect(project).toMatchObject({ kind: 'AppProject', metadata: { name: 'bootstrap', namespace: 'argocd' } });
    expect(root?.metadata['finalizers']).toBeUndefined();
    expect(root).toMatchObject({
      kind: 'Application',
      metadata: { name: 'root', namespace: 'argocd' },
      spec: {
        source: { path: 'dist/test/app-of-apps', directory: { recurse: true } },
        syncPolicy: { automated: { prune: true, selfHeal: true }, retry: { refresh: true } },
      },
    });
  });

  test('a cluster that is synced by hand has a root that is synced by hand', () => {
    const [, root] = objectsAt(
      build(() => undefined, { tier: 'production' }),
      'bootstrap/root.yaml',
    );
    expect(JSON.stringify(root)).not.toContain('automated');
  });

  test('exclusions keep Argo CD’s own, and take up those of other systems, whenever they were made', () => {
    const built = build((cluster) => excludeResources(cluster, { apiGroups: ['velero.io'], kinds: ['Backup'] }));
    const { configs } = valuesOf(built) as { configs: { cm: Record<string, string> } };
    expect(load(configs.cm['resource.exclusions'] ?? '')).toEqual([
      ...DEFAULT_EXCLUSIONS,
      { apiGroups: ['velero.io'], kinds: ['Backup'] },
    ]);
  });

  test('own values are stronger, key by key', () => {
    const built = buildCluster(
      'x',
      () => new WithArgoCd({ values: { configs: { cm: { 'admin.enabled': false } }, dex: { enabled: false } } }),
      testFleet,
    );
    const values = valuesOf(built) as { configs: { cm: Record<string, unknown> }; dex: unknown };
    expect(values.dex).toEqual({ enabled: false });
    expect(Object.keys(values.configs.cm)).toHaveLength(5);
  });

  test('a hub has a root for each member', () => {
    const built = buildCluster(
      'x',
      () => new WithArgoCd({ members: [{ cluster: 'a' }, { cluster: 'b', revision: 'v1', sync: 'manual' }] }),
      testFleet,
    );
    const roots = objectsAt(built, 'bootstrap/root.yaml').slice(1);
    expect(roots.map((r) => r.metadata.name)).toEqual(['root', 'a-root', 'b-root']);
    expect(roots[1]).toMatchObject({
      spec: {
        source: { path: 'dist/a/app-of-apps', targetRevision: 'main' },
        destination: { server: 'https://kubernetes.default.svc' },
      },
    });
    expect(roots[2]).toMatchObject({ spec: { source: { targetRevision: 'v1' } } });
    expect(built.members).toEqual([
      { name: 'a', revision: 'main', sync: 'automated', namespace: 'argocd' },
      { name: 'b', revision: 'v1', sync: 'manual', namespace: 'argocd' },
    ]);
  });

  test('not beside a hub', () => {
    const built = build((cluster) => void new ArgoCd(cluster), { hub: { cluster: 'hub' } });
    expect(onlyFinding(built).rule).toBe('argocd/two-instances');
  });
});

class WithArgoCd extends Cluster {
  constructor(props: ConstructorParameters<typeof ArgoCd>[1]) {
    super(testFleet, 'x', { tier: 'home', kubernetes: '1.34', platform: { name: 'none' } });
    new ArgoCd(this, props);
  }
}
