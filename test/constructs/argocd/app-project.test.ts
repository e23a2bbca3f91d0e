import { AppProject } from '../../../constructs/argocd/app-project';
import type { Application } from '../../../fleet/application';
import { build, objectAt, rulesOf } from '../../helpers/cluster';

test('roles and sync windows as written', () => {
  const built = build((cluster) => {
    const project = new AppProject(cluster, 'team', {
      description: 'A team',
      roles: [{ name: 'deploy', policies: ['p, proj:team:deploy, applications, sync, team/*, allow'] }],
      syncWindows: [{ kind: 'allow', schedule: '0 8 * * 1-5', duration: '9h', applications: ['*'] }],
    });
    cluster.application('app', { project });
  });
  expect(built.findings).toEqual([]);
  expect(built.files.get('app-of-apps/appproject-team.yaml')).toMatchSnapshot();
});

test('a project without applications is not written', () => {
  const built = build((cluster) => void new AppProject(cluster, 'idle', { description: 'x' }));
  expect(built.files.has('app-of-apps/appproject-idle.yaml')).toBe(false);
});

test('a project of another cluster is refused', () => {
  let foreign: AppProject | undefined;
  build((cluster) => {
    foreign = new AppProject(cluster, 'team', { description: 'x' });
  });
  const built = build((cluster) => {
    if (foreign) cluster.application('app', { project: { ...foreign, cluster: 'elsewhere' } as AppProject });
  });
  expect(rulesOf(built)).toContain('fleet/foreign-object');
});

test('dependsOn of another cluster is refused', () => {
  let foreign: Application | undefined;
  build((cluster) => {
    foreign = cluster.application('app');
  });
  const built = build((cluster) => {
    if (foreign) cluster.application('app').dependsOn(foreign);
  });
  expect(rulesOf(built)).toEqual(['fleet/foreign-object']);
});

test('its name', () => {
  const built = build((cluster) => cluster.application('Not_Good'));
  expect(rulesOf(built)).toContain('argocd/project-name');
  expect(
    objectAt(
      build((c) => cluster(c)),
      'app-of-apps/appproject-fine.yaml',
    ).metadata.name,
  ).toBe('fine');
  function cluster(c: Parameters<Parameters<typeof build>[0]>[0]) {
    c.application('fine');
  }
});
