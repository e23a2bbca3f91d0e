import { AppProject } from '../../../constructs/argocd/app-project';
import { CephCluster, type CephClusterProps } from '../../../constructs/rook/ceph-cluster';
import { ObjectBucketClaim } from '../../../constructs/rook/object-bucket-claim';
import { RookOperator } from '../../../constructs/rook/rook-operator';
import { Toolbox } from '../../../constructs/rook/toolbox';
import { SnapshotController } from '../../../constructs/snapshots/snapshot-controller';
import { talos } from '../../../constructs/talos/talos';
import { Application } from '../../../fleet/application';
import type { Cluster } from '../../../fleet/cluster';
import type { TestProps } from '../cluster';
import type { Example } from './example';

const path = (node: string, disk: string) => `/dev/disk/by-id/wwn-${node}-${disk}`;
const node = (name: string) => ({
  name,
  bootDisk: 'sda',
  disks: [
    { name: 'sdb', path: path(name, 'sdb'), deviceClass: 'hdd' as const },
    { name: 'nvme0n1', path: path(name, 'nvme0n1') },
  ],
});

const THREE: TestProps = { platform: talos({ nodes: ['a', 'b', 'c'].map(node) }) };
const ONE: TestProps = { platform: talos({ nodes: [node('a')] }) };

/** Rook and a CephCluster in an application of its own. */
function storage(cluster: Cluster, props: Partial<CephClusterProps> = {}) {
  const project = new AppProject(cluster, 'data', { description: 'Storage' });
  new SnapshotController(cluster, { project });
  const operator = new RookOperator(cluster, { project, snapshots: true });
  const app = new Application(cluster, 'ceph', { project, namespace: operator.namespace });
  return { app, ceph: new CephCluster(app, 'ceph', { operator, profile: 'production', ...props }) };
}

export const rookExamples: Readonly<Record<string, Example>> = {
  'rook/ceph-cluster': {
    facts: ONE,
    make: (_, cluster) => {
      const { app, ceph } = storage(cluster, { profile: 'single-node', dashboard: false });
      ceph.addBlockPool('replicapool', { replicas: 2 }).addStorageClass('block', { default: true });
      app.allow('rook/replicas', 'One machine.');
      new Toolbox(app, { cluster: ceph });
    },
  },
  'rook/rook-operator': { facts: THREE, make: (_, cluster) => void storage(cluster) },
  'rook/toolbox': {
    facts: THREE,
    make: (_, cluster) => {
      const { app, ceph } = storage(cluster);
      new Toolbox(app, { cluster: ceph });
    },
  },
  'rook/block-pool': {
    facts: THREE,
    make: (_, cluster) => {
      const { ceph } = storage(cluster);
      const meta = ceph.addBlockPool('meta', { deviceClass: 'nvme', targetSizeRatio: 0.1 });
      const coded = ceph.addBlockPool('coded', {
        erasureCoded: { dataChunks: 2, codingChunks: 1 },
        deviceClass: 'hdd',
        compression: 'aggressive',
      });
      coded.addStorageClass('coded', { metadataPool: meta, reclaimPolicy: 'Delete', imageFeatures: ['layering'] });
    },
  },
  'rook/ceph-storage-class': {
    facts: THREE,
    make: (_, cluster) => {
      storage(cluster).ceph.addBlockPool('pool').addStorageClass('block', { default: true, fsType: 'xfs' });
    },
  },
  'rook/ceph-snapshot-class': {
    facts: THREE,
    make: (_, cluster) => {
      const pool = storage(cluster).ceph.addBlockPool('pool');
      pool.addSnapshotClass('block', {
        deletionPolicy: 'Retain',
        labels: { 'velero.io/csi-volumesnapshot-class': 'true' },
      });
    },
  },
  'rook/filesystem': {
    facts: THREE,
    make: (_, cluster) => {
      const files = storage(cluster).ceph.addFilesystem('files', {
        dataPools: { replicated: {}, coded: { erasureCoded: { dataChunks: 2, codingChunks: 1 } } },
      });
      files.addStorageClass('files', { pool: 'coded' });
      files.addSnapshotClass('files');
    },
  },
  'rook/sub-volume-group': {
    facts: THREE,
    make: (_, cluster) => {
      storage(cluster)
        .ceph.addFilesystem('files')
        .addSubVolumeGroup('team', { quota: '100Gi', pinning: { distributed: 1 } });
    },
  },
  'rook/object-store': {
    facts: THREE,
    make: (_, cluster) => {
      const store = storage(cluster).ceph.addObjectStore('objects', { port: 8080, allowUsersInNamespaces: ['app'] });
      store.addBucketClass('buckets');
    },
  },
  'rook/object-store-user': {
    facts: THREE,
    make: (_, cluster) => {
      const store = storage(cluster).ceph.addObjectStore('objects');
      store.addUser('backups', { displayName: 'Backups', quotas: { maxBuckets: 1 } });
    },
  },
  'rook/bucket-class': {
    facts: THREE,
    make: (_, cluster) => {
      storage(cluster).ceph.addObjectStore('objects').addBucketClass('buckets', { reclaimPolicy: 'Delete' });
    },
  },
  'rook/object-bucket-claim': {
    facts: THREE,
    make: (app, cluster) => {
      const buckets = storage(cluster).ceph.addObjectStore('objects').addBucketClass('buckets');
      new ObjectBucketClaim(app, 'photos', { class: buckets, maxSize: '100Gi' });
      new ObjectBucketClaim(app, 'logs', { class: buckets, bucketName: 'logs' });
    },
  },
  'rook/storage-filter': {
    facts: THREE,
    make: (_, cluster) => {
      storage(cluster, { storage: { deviceFilter: '^(sdb|nvme0n1)$', encrypted: true, osdsPerDevice: 2 } });
    },
  },
  'rook/storage-nodes': {
    facts: THREE,
    make: (_, cluster) => {
      const disks = (name: string) => [
        { name: path(name, 'sdb'), deviceClass: 'hdd', metadataDevice: path(name, 'nvme0n1') },
      ];
      storage(cluster, { storage: { nodes: { a: disks('a'), b: disks('b'), c: [path('c', 'sdb')] } } });
    },
  },
  'rook/storage-claims': {
    facts: { externals: { storageClasses: ['fast'] } },
    make: (_, cluster) => {
      const sets = [
        { name: 'set', count: 3, size: '100Gi', storageClass: 'fast', deviceClass: 'ssd', encrypted: true },
      ] as const;
      storage(cluster, { storage: { sets } });
    },
  },
};
