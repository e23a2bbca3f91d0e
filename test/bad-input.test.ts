import { formatFinding } from '../cli/synth/report';
import { AppProject } from '../constructs/argocd/app-project';
import { ConfigMap } from '../constructs/kubernetes/config-map';
import { CronJob } from '../constructs/kubernetes/cron-job';
import { Deployment } from '../constructs/kubernetes/deployment';
import { image } from '../constructs/kubernetes/image';
import { NetworkPolicy } from '../constructs/kubernetes/network-policy';
import { PersistentVolumeClaim } from '../constructs/kubernetes/persistent-volume-claim';
import { Service } from '../constructs/kubernetes/service';
import { Application } from '../fleet/application';
import { build, rulesOf, TestCluster } from './helpers/cluster';
import { IMAGE, web } from './helpers/examples';

type Mistake = readonly [name: string, rule: string, make: (cluster: TestCluster) => void, message: string];

const app = (fill: (app: Application) => void) => (cluster: TestCluster) => fill(cluster.application('app'));

/** One mistake each, made as a user makes it. Mistyped cluster names and arguments are in test/cli/synth.test.ts. */
const MISTAKES: readonly Mistake[] = [
  [
    'an application’s name',
    'argocd/application-name',
    (c) => {
      const project = new AppProject(c, 'p', { description: 'x' });
      const bad = new Application(c, 'My App', { namespace: 'kube-system', project });
      new ConfigMap(bad, 'm', { data: {} });
    },
    '"My App" is no name for an Application.',
  ],
  [
    'a project’s name',
    'argocd/project-name',
    (c) => void new AppProject(c, 'Team_A', { description: 'x' }),
    '"Team_A" is no name for an AppProject.',
  ],
  [
    'an id twice',
    'fleet/exception',
    app((a) => [new ConfigMap(a, 'm', { data: {} }), new ConfigMap(a, 'm', { data: {} })]),
    'is used twice below "app"',
  ],
  [
    'an application twice',
    'fleet/exception',
    (c) => [
      c.application('app'),
      new Application(c, 'app', { namespace: 'app', project: new AppProject(c, 'p', { description: 'x' }) }),
    ],
    'The name "app" is used twice',
  ],
  [
    'one object in two applications',
    'argocd/duplicate-object',
    (c) => {
      for (const name of ['one', 'two'])
        new ConfigMap(
          new Application(c, name, {
            namespace: 'kube-system',
            project: new AppProject(c, name, { description: 'x' }),
          }),
          'm',
          { data: {} },
        );
    },
    'ConfigMap kube-system/m is there twice',
  ],
  [
    'an object’s name',
    'kubernetes/name-syntax',
    app((a) => new ConfigMap(a, 'my_map', { data: {} })),
    '"my_map" is no valid name for a ConfigMap.',
  ],
  [
    'a namespace that nothing makes',
    'kubernetes/namespace-exists',
    (c) =>
      void new ConfigMap(
        new Application(c, 'a', { namespace: 'nowhere', project: new AppProject(c, 'p', { description: 'x' }) }),
        'm',
        { data: {} },
      ),
    'nothing makes the namespace "nowhere"',
  ],
  [
    'a port',
    'kubernetes/port-number',
    app((a) => new Deployment(a, 'w', { containers: [{ name: 'w', image: IMAGE, ports: { http: 808080 } }] })),
    '808080 in',
  ],
  [
    'a port’s name',
    'kubernetes/port-number',
    app((a) => new Deployment(a, 'w', { containers: [{ name: 'w', image: IMAGE, ports: { HTTP_PORT: 80 } }] })),
    '"HTTP_PORT" in',
  ],
  [
    'a CIDR',
    'kubernetes/cidr',
    app(
      (a) => new NetworkPolicy(a, 'n', { pods: 'all', ingress: [{ from: [{ ipBlock: { cidr: '192.168.1.0/33' } }] }] }),
    ),
    '"192.168.1.0/33" in spec.ipBlock.cidr is no CIDR',
  ],
  [
    'a quantity',
    'kubernetes/quantity',
    app((a) => new PersistentVolumeClaim(a, 'c', { size: '20 GB' })),
    '"20 GB" in spec.resources.requests.storage is no quantity.',
  ],
  [
    'more requested than the limit',
    'kubernetes/quantity',
    app(
      (a) =>
        new Deployment(a, 'w', {
          containers: [{ name: 'w', image: IMAGE, requests: { memory: '2Gi' }, limits: { memory: '1Gi' } }],
        }),
    ),
    'it requests 2Gi of memory',
  ],
  [
    'a duration',
    'argocd/project-rules',
    (c) =>
      void c.application('app', {
        project: new AppProject(c, 'p', {
          description: 'x',
          syncWindows: [{ kind: 'allow', schedule: '0 8 * * *', duration: '1 day', applications: ['*'] }],
        }),
      }),
    '"1 day" is none',
  ],
  [
    'a cron expression',
    'kubernetes/cron-schedule',
    app((a) => new CronJob(a, 'c', { schedule: '0 2 * *', containers: [{ name: 'c', image: IMAGE }] })),
    'it has 4 fields instead of 5',
  ],
  ['an image without a tag', 'fleet/exception', app(() => image('nginx')), '"nginx" is no image with a tag'],
  [
    'an object of another cluster',
    'fleet/foreign-object',
    (c) => {
      const project = projectOfAnother();
      c.application('app', { project });
    },
    'uses AppProject "theirs" of other',
  ],
  [
    'an application of another cluster',
    'fleet/foreign-object',
    (c) => void c.application('app').dependsOn(applicationOfAnother()),
    'depends on "app" of other',
  ],
  [
    'a circle of applications',
    'argocd/dependency-cycle',
    (c) => {
      const a = c.application('a');
      const b = c.application('b').dependsOn(a);
      a.dependsOn(b);
    },
    'a → b → a',
  ],
  [
    'a Service of another namespace’s workload',
    'kubernetes/foreign-reference',
    (c) => {
      const workload = web(c.application('one'));
      const other = c.application('two');
      web(other);
      new Service(other, 'web', { workload, ports: { http: {} } });
    },
    'which is in another namespace',
  ],
  [
    'a label',
    'kubernetes/label-syntax',
    app((a) => new ConfigMap(a, 'm', { data: {}, labels: { owner: 'Team A' } })),
    'label owner has the value "Team A"',
  ],
  [
    'a plaintext password',
    'secrets/plaintext',
    app((a) => new Deployment(a, 'w', { containers: [{ name: 'w', image: IMAGE, env: { DB_PASSWORD: 'hunter2' } }] })),
    'DB_PASSWORD of "w" looks like a password',
  ],
];

function inAnother<T>(make: (cluster: TestCluster) => T): T {
  let made: T | undefined;
  new TestCluster(
    (cluster) => {
      made = make(cluster);
    },
    {},
    'other',
  );
  return made as T;
}
const projectOfAnother = () => inAnother((c) => new AppProject(c, 'theirs', { description: 'x' }));
const applicationOfAnother = () => inAnother((c) => c.application('app'));

describe('a mistake is one clear error', () => {
  test.each(MISTAKES)('%s', (_, rule, make, message) => {
    const built = build(make);
    expect(rulesOf(built)).toEqual([rule]);
    const finding = built.findings[0];
    expect(finding?.message).toContain(message);
    expect(finding?.severity).toBe('error');
    const text = finding ? formatFinding(finding) : '';
    expect(text).toMatch(/\n {2}where {3}test\//);
    expect(text).toMatch(/\n {2}(effect|fix) /);
  });

  test('all of them are told at once', () => {
    const reported = MISTAKES.filter(([, rule]) => rule === 'argocd/project-name' || rule === 'kubernetes/quantity');
    const built = build((cluster) => {
      new AppProject(cluster, 'Team_A', { description: 'x' });
      const a = cluster.application('app');
      new PersistentVolumeClaim(a, 'c', { size: '20 GB' });
      new ConfigMap(a, 'my_map', { data: {} });
    });
    expect(reported).not.toHaveLength(0);
    expect(rulesOf(built).sort()).toEqual(['argocd/project-name', 'kubernetes/name-syntax', 'kubernetes/quantity']);
  });
});
