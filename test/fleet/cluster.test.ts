import { AppProject } from '../../constructs/argocd/app-project';
import { ConfigMap } from '../../constructs/kubernetes/config-map';
import { buildCluster } from '../../fleet/build';
import { build, buildApp, onlyFinding, rulesOf, TestCluster, testFleet } from '../helpers/cluster';

test.each<[object, string]>([
  [{ tier: 'prodution' }, '"prodution" is no tier. Did you mean "production"?'],
  [{ kubernetes: '1.12' }, '"1.12" is no kubernetes.'],
  [{ sync: 'auto' }, '"auto" is no sync.'],
])('facts are checked when it runs, since synth checks no types: %j', (props, message) => {
  const finding = onlyFinding(build(() => undefined, props));
  expect(finding.rule).toBe('fleet/cluster-facts');
  expect(finding.message).toContain(message);
});

test('a cluster’s name', () => {
  const built = buildCluster('My_Cluster', () => new TestCluster(() => undefined, {}, 'My_Cluster'), testFleet);
  expect(rulesOf(built)).toContain('fleet/cluster-name');
});

test.each(['root', 'freja-root'])('an application may not be called %s: it would overwrite a root', (name) => {
  const built = build((cluster) => {
    new ConfigMap(cluster.application(name), 'm', { data: {} });
  });
  expect(onlyFinding(built)).toMatchObject({
    rule: 'argocd/application-name',
    message: `"${name}" is a name for a root Application.`,
  });
});

test('a project may not be called bootstrap', () => {
  const built = build((cluster) => void new AppProject(cluster, 'bootstrap', { description: 'x' }));
  expect(onlyFinding(built).rule).toBe('argocd/project-name');
});

test('a name that no file system takes', () => {
  const built = buildApp((app) => new ConfigMap(app, 'm', { name: 'a'.repeat(250), data: {} }));
  expect(onlyFinding(built).rule).toBe('fleet/file-name');
});

test('an object created in the cluster instead of an application', () => {
  const built = build((cluster) => void new ConfigMap(cluster, 'm', { data: {} }));
  expect(onlyFinding(built)).toMatchObject({
    rule: 'fleet/exception',
    message: expect.stringContaining('objects belong to an Application'),
  });
});
