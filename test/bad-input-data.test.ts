import { formatFinding } from '../cli/synth/report';
import { AppProject } from '../constructs/argocd/app-project';
import { Namespace } from '../constructs/kubernetes/namespace';
import { PersistentVolumeClaim } from '../constructs/kubernetes/persistent-volume-claim';
import { CephCluster, type CephClusterProps } from '../constructs/rook/ceph-cluster';
import { RookOperator } from '../constructs/rook/rook-operator';
import { ExternalSecret } from '../constructs/secrets/external-secret';
import { ExternalSecrets } from '../constructs/secrets/external-secrets';
import { vault } from '../constructs/secrets/providers';
import { SealedSecret } from '../constructs/secrets/sealed-secret';
import { SealedSecrets } from '../constructs/secrets/sealed-secrets';
import { ExistingSecret } from '../constructs/secrets/secret-reference';
import { SecretStore } from '../constructs/secrets/secret-store';
import { talos } from '../constructs/talos/talos';
import { BackupSchedule, type Retention } from '../constructs/velero/backup-schedule';
import { BackupStorageLocation } from '../constructs/velero/backup-storage-location';
import { type S3Props, s3 } from '../constructs/velero/providers';
import { REPOSITORY_SECRET, Velero } from '../constructs/velero/velero';
import { dataMovement, fileSystem, type VolumeBackup } from '../constructs/velero/volumes';
import { Application } from '../fleet/application';
import { build, type TestCluster, type TestProps } from './helpers/cluster';

const path = (node: string, disk: string) => `/dev/disk/by-id/wwn-${node}-${disk}`;
const node = (name: string) => ({
  name,
  bootDisk: { name: 'sda', path: path(name, 'sda') },
  disks: ['sdb', 'sdc'].map((disk) => ({ name: disk, path: path(name, disk), deviceClass: 'hdd' as const })),
});
const THREE = { platform: talos({ nodes: ['a', 'b', 'c'].map(node) }) };
const ONE = { platform: talos({ nodes: [node('a')] }) };

/** Rook and a CephCluster. */
function ceph(cluster: TestCluster, props: Partial<CephClusterProps> = {}) {
  const project = new AppProject(cluster, 'data', { description: 'Storage' });
  const operator = new RookOperator(cluster, { project });
  const app = new Application(cluster, 'ceph', { project, namespace: operator.namespace });
  return new CephCluster(app, 'ceph', { operator, profile: 'production', ...props });
}

interface Saving {
  readonly storage?: Partial<S3Props>;
  readonly retention?: Partial<Retention>;
  readonly volumes?: VolumeBackup;
  readonly claim?: boolean;
  readonly secretIn?: 'default';
}

/** Velero with a bucket and a Schedule of the application's namespace. */
function saving(cluster: TestCluster, { storage, retention, volumes, claim, secretIn }: Saving = {}) {
  const project = new AppProject(cluster, 'backups', { description: 'Backups' });
  const velero = new Velero(cluster, { project });
  const app = new Application(cluster, 'backups', { project, namespace: velero.namespace });
  const secret = new ExistingSecret(app, 'cloud', secretIn ? { namespace: secretIn } : {});
  new ExistingSecret(app, REPOSITORY_SECRET.name);
  const place = s3({ bucket: 'b', region: 'r', credential: { secret }, ...storage });
  new BackupStorageLocation(app, 'outside', { velero, storage: place, default: true });
  const shop = new Application(cluster, 'shop', { project, namespace: 'shop' });
  const namespace = new Namespace(shop, 'shop');
  if (claim) new PersistentVolumeClaim(app, 'data', { size: '1Gi', storageClass: 'fast' });
  const kept = { schedule: '0 2 * * *', keep: '720h', ...retention };
  new BackupSchedule(app, 'shop', {
    velero,
    namespaces: [namespace],
    volumes: volumes ?? fileSystem(),
    retention: { daily: kept },
  });
}

function vaultStore(cluster: TestCluster, app: Application, secretNamespace?: string) {
  new ExternalSecrets(cluster, { project: app.project as AppProject });
  const secret = new ExistingSecret(app, 'token', secretNamespace ? { namespace: secretNamespace } : {});
  const provider = vault({ server: 'https://v', path: 'secret', auth: { token: { secret, key: 'token' } } });
  return new SecretStore(app, 'vault', { provider });
}

type Mistake = readonly [
  name: string,
  rule: string,
  make: (cluster: TestCluster, app: Application) => unknown,
  message: string,
  facts?: TestProps,
];

/** One mistake each, made with the constructs of storage, backups and secrets as a user makes it. */
const MISTAKES: readonly Mistake[] = [
  [
    'more copies than machines',
    'rook/failure-domains',
    (cluster) => ceph(cluster).addBlockPool('pool', { replicas: 4 }),
    'CephBlockPool rook-ceph/pool: the pool wants 4 copies over hosts, and there are 3 hosts with OSDs.',
  ],
  [
    'disks of a class that there are not',
    'rook/failure-domains',
    (cluster) =>
      ceph(cluster).addObjectStore('objects', {
        metadataPool: { deviceClass: 'nvme' },
        dataPool: { deviceClass: 'hdd' },
      }),
    'metadataPool wants 3 copies over hosts, and there are 0 hosts with OSDs of class nvme.',
  ],
  [
    'production on one machine',
    'rook/mon-count',
    (cluster) => {
      ceph(cluster);
      for (const rule of ['rook/mgr', 'rook/mgr-pool']) cluster.allow(rule, 'Told as well.');
    },
    'wants 3 monitors, and there is one node.',
    ONE,
  ],
  [
    'a filter that takes the boot disk',
    'rook/boot-disk',
    (cluster) => ceph(cluster, { storage: { deviceFilter: '^sd.$' } }),
    'takes sda of a, sda of b, sda of c, which they boot from (by the filter "^sd.$").',
  ],
  [
    'a node that there is not',
    'rook/storage-node',
    (cluster) =>
      ceph(cluster, { storage: { nodes: { a: [path('a', 'sdb')], b: [path('b', 'sdb')], d: [path('d', 'sdb')] } } }),
    'takes disks of the node "d", which the cluster has not.',
  ],
  [
    'an old Ceph',
    'rook/ceph-version',
    (cluster) => ceph(cluster, { image: 'quay.io/ceph/ceph:v18.2.7' }),
    'runs quay.io/ceph/ceph:v18.2.7, older than 19.2.0.',
  ],
  [
    'snapshots of drivers that take none',
    'rook/snapshot-class',
    (cluster) => ceph(cluster).addBlockPool('pool').addSnapshotClass('block'),
    'which was told to take no snapshots.',
    { ...THREE, externals: { clusterScopedKinds: ['snapshot.storage.k8s.io/VolumeSnapshotClass'] } },
  ],
  [
    'a store with a long name',
    'rook/object-store',
    (cluster) => ceph(cluster).addObjectStore('a'.repeat(39)),
    'has a name of 39 characters.',
  ],
  [
    'volumes of several nodes on block devices',
    'kubernetes/access-mode',
    (cluster, app) => {
      ceph(cluster).addBlockPool('pool').addStorageClass('block');
      new PersistentVolumeClaim(app, 'data', { size: '1Gi', storageClass: 'block', accessMode: 'ReadWriteMany' });
    },
    'is to be written by several nodes, and "block" is of block devices',
  ],
  [
    'days',
    'velero/duration',
    (cluster) => saving(cluster, { retention: { keep: '30d' } }),
    '"30d" in spec.template.ttl is no duration of Go.',
  ],
  [
    'a schedule of six fields',
    'velero/schedule',
    (cluster) => saving(cluster, { retention: { schedule: '0 0 2 * * *' } }),
    'it has 6 fields instead of 5',
  ],
  [
    'a bucket with a folder',
    'velero/location-config',
    (cluster) => saving(cluster, { storage: { bucket: 'b/oden' } }),
    'has the bucket "b/oden" with a folder in it.',
  ],
  [
    'snapshots without a class',
    'velero/volume-method',
    (cluster) => {
      ceph(cluster).addBlockPool('pool').addStorageClass('block');
      saving(cluster, { volumes: dataMovement() });
      const shop = cluster.applications.find(({ name }) => name === 'shop') as Application;
      new PersistentVolumeClaim(shop, 'data', { size: '1Gi', storageClass: 'block' });
    },
    'takes snapshots of rook-ceph.rbd.csi.ceph.com, which has no VolumeSnapshotClass.',
  ],
  [
    'a claim that nobody saves',
    'velero/claim-covered',
    (cluster) => saving(cluster, { claim: true }),
    "are in no Schedule's backup.",
  ],
  [
    'a credential elsewhere',
    'velero/credential-namespace',
    (cluster) => {
      saving(cluster, { secretIn: 'default' });
      cluster.addExternals({ secrets: ['velero/cloud'] });
    },
    'The credential "cloud" is in default, and Velero reads its own namespace only.',
  ],
  [
    'a store’s token elsewhere',
    'secrets/store-namespace',
    (cluster, app) => vaultStore(cluster, app, 'default'),
    'SecretStore vault of app needs the Secret "token" of default.',
  ],
  [
    'an ExternalSecret of nothing',
    'secrets/external-secret',
    (cluster, app) => new ExternalSecret(app, 's', { store: vaultStore(cluster, app) }),
    'ExternalSecret app/s reads nothing.',
  ],
  [
    'a SealedSecret in plain text',
    'secrets/sealed-secret',
    (cluster, app) => {
      new SealedSecrets(cluster, { project: app.project as AppProject });
      new SealedSecret(app, 's', { encryptedData: { password: 'hunter2' } });
    },
    'has in "password" what kubeseal did not seal.',
  ],
];

test.each(MISTAKES.map((mistake) => [mistake[0], mistake] as const))('%s', (_, [, rule, make, message, facts]) => {
  const built = build((cluster) => void make(cluster, cluster.application('app')), facts ?? THREE);
  expect(built.findings.map((f) => `${f.rule} ${f.message}`)).toEqual([expect.stringMatching(`^${rule} `)]);
  const [finding] = built.findings;
  if (!finding) throw new Error('no finding');
  const told = formatFinding(finding);
  expect(told).toContain(message);
  expect(told).toMatch(/\n {2}effect {2}\S/);
  expect(told).toMatch(/\n {2}fix {5}\S/);
  expect(told).toMatch(/\n {2}where {3}\S+/);
});
