import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { backupText } from '../../cli/velero/backup';
import { readCluster } from '../../cli/velero/cluster-objects';
import { restoreText } from '../../cli/velero/restore';
import { fleet } from '../../clusters/fleet';
import type { KubeObject } from '../../fleet/object';
import { TestProject } from '../helpers/project';

const load = (name: string) => import(`../../clusters/${name}`) as Promise<object>;
const read = (name: string) => readCluster(name, { fleet, load });
const objects = (text: string) => loadAll(text) as KubeObject[];
const restore = async (into: string, from: string, backup: string, namespaces = {}, storageClasses = {}) =>
  restoreText({
    into: await read(into),
    from: await read(from),
    backup,
    namespaces: new Map(Object.entries<string>(namespaces)),
    storageClasses: new Map(Object.entries<string>(storageClasses)),
  });

describe('npm run backup', () => {
  test('a Backup for each Schedule, with its template and its label', async () => {
    const text = backupText(await read('oden'), []);
    const [daily, weekly] = objects(text);
    expect(daily).toMatchObject({
      kind: 'Backup',
      metadata: {
        generateName: 'oden-worlds-daily-by-hand-',
        namespace: 'velero',
        labels: { 'velero.io/schedule-name': 'oden-worlds-daily' },
      },
      spec: { includedNamespaces: ['minecraft'], defaultVolumesToFsBackup: true, ttl: '720h' },
    });
    expect(weekly?.spec).toMatchObject({ ttl: '2160h' });
    expect(text).toContain('# 2. Create them:           npm run --silent backup -- oden | kubectl create -f -');
  });

  test('of one Schedule; none of that name', async () => {
    const oden = await read('oden');
    expect(objects(backupText(oden, ['oden-worlds-weekly']))).toHaveLength(1);
    expect(() => backupText(oden, ['oden-world-weekly'])).toThrow(
      'oden has no Schedule "oden-world-weekly". Did you mean "oden-worlds-weekly"? It has oden-worlds-daily, oden-worlds-weekly.',
    );
  });
});

describe('npm run restore', () => {
  test('in place: Argo CD is paused, what is there goes first', async () => {
    const text = await restore('oden', 'oden', 'oden-worlds-daily-20261120020000');
    expect(objects(text)).toEqual([
      {
        apiVersion: 'velero.io/v1',
        kind: 'Restore',
        metadata: { generateName: 'oden-worlds-daily-', namespace: 'velero' },
        spec: {
          backupName: 'oden-worlds-daily-20261120020000',
          includedNamespaces: ['minecraft'],
          existingResourcePolicy: 'none',
          restorePVs: true,
        },
      },
    ]);
    const steps = [
      'patch application root',
      'patch application minecraft',
      'delete statefulset minecraft',
      'delete pvc data-minecraft-0',
      'kubectl create -f -',
      'root.yaml',
    ];
    const places = steps.map((step) => text.indexOf(step));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('production’s worlds in staging, under another namespace', async () => {
    const text = await restore('cleura-staging', 'cleura-prod', 'cleura-prod-worlds-daily', {
      minecraft: 'minecraft-prod',
    });
    expect(objects(text)[0]?.spec).toMatchObject({
      scheduleName: 'cleura-prod-worlds-daily',
      namespaceMapping: { minecraft: 'minecraft-prod' },
      excludedResources: expect.arrayContaining([
        'tcproutes.gateway.networking.k8s.io',
        'certificates.cert-manager.io',
      ]),
    });
    expect(text).toContain('seen here through the location "cleura-prod"');
    expect(text).not.toContain('patch application');
  });

  test('into another StorageClass', async () => {
    const text = await restore('oden', 'oden', 'oden-worlds-daily', {}, { 'old-class': 'rook-ceph-block' });
    expect(objects(text)[0]).toMatchObject({
      kind: 'ConfigMap',
      metadata: { labels: { 'velero.io/change-storage-class': 'RestoreItemAction' } },
      data: { 'old-class': 'rook-ceph-block' },
    });
    expect(text).toContain('delete configmap change-storage-class');
  });

  test.each([
    [
      'a namespace that is in use',
      () => restore('oden', 'oden', 'oden-worlds-daily', { minecraft: 'monitoring' }),
      'oden has the namespace "monitoring" already',
    ],
    [
      'the same namespace',
      () => restore('oden', 'oden', 'oden-worlds-daily', { minecraft: 'minecraft' }),
      'is the same namespace: leave it out',
    ],
    [
      'a class that is not there',
      () => restore('oden', 'oden', 'oden-worlds-daily', {}, { a: 'rook-ceph-blok' }),
      'oden has no StorageClass "rook-ceph-blok". Did you mean "rook-ceph-block"?',
    ],
    ['a backup of no Schedule', () => restore('oden', 'oden', 'worlds'), 'oden has no Schedule "worlds".'],
    [
      'a namespace that is not in it',
      () => restore('oden', 'oden', 'oden-worlds-daily', { minecraf: 'x' }),
      'The backup has no namespace "minecraf". Did you mean "minecraft"? Schedule oden-worlds-daily saves minecraft.',
    ],
    [
      'a cluster that is not seen',
      () => restore('oden', 'cleura-prod', 'cleura-prod-worlds-daily'),
      "oden sees none of cleura-prod's locations.",
    ],
    [
      'a cluster that is not there',
      () => restore('odin', 'oden', 'oden-worlds-daily'),
      'There is no cluster "odin". Did you mean "oden"?',
    ],
  ])('%s', async (_, run, message) => {
    await expect(run()).rejects.toThrow(message);
  });
});

describe('as it is typed', () => {
  let project: TestProject;
  beforeAll(() => {
    project = new TestProject(mkdtempSync(join(tmpdir(), 'fleet-velero-')));
    project.write('clusters/empty.ts', EMPTY);
  });
  afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

  test.each([
    [['backup', 'empty'], 'error  empty has no Schedule, so nothing says what to back up.\n'],
    [['backup', 'emty'], 'There is no cluster "emty". Did you mean "empty"?'],
    [['restore', 'empty', 'x', '--namespace', 'a'], '--namespace wants OLD=NEW, not "a".'],
    [
      ['restore', 'empty'],
      'restore wants one backup: the name of a Backup, or of a Schedule for its newest. empty has no Schedule.',
    ],
    [['restore'], 'Usage: npm run --silent backup'],
    [['backup', 'empty', '--form', 'x'], 'error  Unknown option --form. Did you mean "--from"?'],
  ])('%j', (args, message) => {
    const { status, stdout, stderr } = project.command('cli/velero.ts', args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(message);
  });
});

const EMPTY = `import { Cluster } from '../fleet/cluster';
import type { Fleet } from '../fleet/fleet';
export default class Empty extends Cluster {
  constructor(fleet: Fleet) {
    super(fleet, 'empty', { tier: 'home', kubernetes: '1.34', platform: { name: 'none' } });
  }
}
`;
