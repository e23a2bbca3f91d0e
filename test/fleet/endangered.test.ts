import { AppProject } from '../../constructs/argocd/app-project';
import { ConfigMap } from '../../constructs/kubernetes/config-map';
import { CronJob } from '../../constructs/kubernetes/cron-job';
import { PersistentVolumeClaim } from '../../constructs/kubernetes/persistent-volume-claim';
import { endangered } from '../../fleet/endangered';
import { build, type TestCluster } from '../helpers/cluster';
import { IMAGE } from '../helpers/examples';

const change = (before: (c: TestCluster) => void, after: (c: TestCluster) => void) =>
  endangered(build(before).files, build(after).files);
const project = (c: TestCluster, keep = {}) => new AppProject(c, 'all', { description: 'All', keep });
const shop = (c: TestCluster, p: AppProject) => new ConfigMap(c.application('shop', { project: p }), 'm', { data: {} });
const nightly = (c: TestCluster, p: AppProject) => {
  const app = c.application('shop', { project: p });
  new ConfigMap(app, 'm', { data: {} });
  new CronJob(app, 'nightly', { schedule: '@daily', containers: [{ name: 'job', image: IMAGE }] });
};

test('a project that no longer allows a kind: what is there of it would never be pruned', () => {
  const told = change(
    (c) => nightly(c, project(c)),
    (c) => shop(c, project(c)),
  );
  expect(told).toEqual([
    expect.stringContaining(
      'AppProject all no longer allows batch/CronJob. What is in the cluster of it would be left there',
    ),
  ]);
  expect(told[0]).toContain("`keep: { kinds: ['batch/CronJob'] }`");
});

test('nothing is endangered while the project keeps the kind', () => {
  expect(
    change(
      (c) => nightly(c, project(c)),
      (c) => shop(c, project(c, { kinds: ['batch/CronJob'] })),
    ),
  ).toEqual([]);
});

test('an application that is taken out of a shared project', () => {
  const both = (c: TestCluster) => {
    const p = project(c);
    shop(c, p);
    new ConfigMap(c.application('blog', { project: p }), 'm', { data: {} });
  };
  const told = change(both, (c) => shop(c, project(c)));
  expect(told).toHaveLength(3);
  expect(told).toContain('Application blog is taken out: Argo CD deletes everything that it made.');
  expect(told).toContain(
    'Namespace blog is no longer in git. It stays in the cluster: delete it by hand, with what is in it.',
  );
  expect(told.join()).toContain("`keep: { namespaces: ['blog'] }`");
});

test('a stateful application, and a claim', () => {
  const claim = (c: TestCluster) => void new PersistentVolumeClaim(c.application('db'), 'data', { size: '1Gi' });
  const told = change(claim, () => undefined);
  expect(told).toContain(
    'PersistentVolumeClaim db/data is no longer in git. It stays in the cluster: delete it by hand, with what is in it.',
  );
  expect(told.join()).toContain('Application db is taken out. It stays in the cluster with all that it made');
  expect(change(claim, claim)).toEqual([]);
});

test('an object that moves to another application', () => {
  const at = (name: string) => (c: TestCluster) => {
    const p = project(c);
    const [one, two] = ['one', 'two'].map((id) => c.application(id, { project: p }));
    new ConfigMap(one as never, 'stays', { data: {} });
    new ConfigMap((name === 'one' ? one : two) as never, 'm', { data: {} }).node;
  };
  const namespaced = (name: string) => (c: TestCluster) => {
    const p = project(c);
    const [one, two] = ['one', 'two'].map((id) => c.application(id, { project: p, namespace: 'kube-system' }));
    new ConfigMap(one as never, 'a', { data: {} });
    new ConfigMap(two as never, 'b', { data: {} });
    new ConfigMap((name === 'one' ? one : two) as never, 'm', { data: {} });
  };
  expect(change(at('one'), at('two'))).toEqual([]);
  expect(change(namespaced('one'), namespaced('two'))).toEqual([
    expect.stringContaining('ConfigMap kube-system/m moves from application one to two. The old one may prune it'),
  ]);
});
