import { talos } from '../../constructs/talos/talos';
import { raw, type TestProps } from './cluster';
import type { Fill } from './rule';

/** Every disk has an id of its own. */
export const path = (node: string, disk: string) => `/dev/disk/by-id/wwn-${node}-${disk}`;
const disk = (node: string, name: string, deviceClass: 'ssd' | 'hdd' = 'hdd') =>
  ({ name, path: path(node, name), deviceClass }) as const;
const node = (name: string) => ({
  name,
  bootDisk: disk(name, 'sda', 'ssd'),
  disks: [disk(name, 'sdb'), disk(name, 'sdc')],
});

const KINDS = [
  ...[
    'BlockPool',
    'BucketNotification',
    'BucketTopic',
    'Client',
    'Cluster',
    'Filesystem',
    'FilesystemSubVolumeGroup',
    'ObjectRealm',
    'ObjectStore',
  ],
  ...['ObjectStoreUser', 'ObjectZone', 'ObjectZoneGroup', 'RBDMirror'],
].map((kind) => `ceph.rook.io/Ceph${kind}`);

/** Three nodes with two hard disks each, and Rook installed by somebody else. */
export const ROOK: TestProps = {
  platform: talos({ nodes: [node('a'), node('b'), node('c')] }),
  externals: {
    kinds: [...KINDS, 'objectbucket.io/ObjectBucketClaim', 'csi.ceph.io/Driver'],
    clusterScopedKinds: ['snapshot.storage.k8s.io/VolumeSnapshotClass'],
    namespaces: ['ceph'],
    storageClasses: ['fast'],
  },
};

/** The same with one node, which has an NVMe disk too. */
export const ONE_NODE: TestProps = {
  ...ROOK,
  platform: talos({
    nodes: [{ name: 'a', bootDisk: 'sda', disks: [disk('a', 'sdb'), { name: 'nvme0n1', path: path('a', 'nvme0n1') }] }],
  }),
};

/** The spec of a CephCluster that passes every rule. */
export const SPEC = {
  cephVersion: { image: 'quay.io/ceph/ceph:v20.2.4' },
  dataDirHostPath: '/var/lib/rook',
  mon: { count: 3 },
  security: { cephx: { csi: { keyType: 'aes' } } },
  storage: {
    useAllNodes: false,
    nodes: ['a', 'b', 'c'].map((name) => ({
      name,
      devices: [{ name: path(name, 'sdb') }, { name: path(name, 'sdc') }],
    })),
  },
};

/** On one node, with the manager's pool kept there. */
export const ONE_SPEC = {
  ...SPEC,
  mon: { count: 1 },
  storage: {
    useAllNodes: false,
    nodes: [{ name: 'a', devices: [{ name: path('a', 'sdb') }, { name: path('a', 'nvme0n1') }] }],
  },
};

/** An object of Rook, by kind, name and spec. */
export const rook =
  (kind: string, name: string, spec: object, metadata: object = {}): Fill =>
  (app) => {
    raw(app, `${kind}-${name}`, {
      apiVersion: 'ceph.rook.io/v1',
      kind: `Ceph${kind}`,
      metadata: { name, ...metadata },
      spec,
    });
  };

/** A CephCluster, with parts of its spec replaced. */
export const cephCluster = (spec: object = {}, metadata: object = {}): Fill =>
  rook('Cluster', 'ceph', { ...SPEC, ...spec }, metadata);

/** Beside a CephCluster. */
export const withCluster =
  (...fills: Fill[]): Fill =>
  (app, cluster) => {
    for (const fill of [cephCluster(), ...fills]) fill(app, cluster);
  };

export const replicated = (size = 3, more: object = {}) => ({ failureDomain: 'host', replicated: { size }, ...more });

/** A StorageClass or VolumeSnapshotClass. */
export const storageClass =
  (name: string, object: object, kind = 'StorageClass'): Fill =>
  (app) => {
    const apiVersion = kind === 'StorageClass' ? 'storage.k8s.io/v1' : 'snapshot.storage.k8s.io/v1';
    raw(app, name, { apiVersion, kind, metadata: { name }, ...object });
  };

/** An object store `objects`. */
export const STORE = rook('ObjectStore', 'objects', {
  metadataPool: replicated(),
  dataPool: replicated(),
  gateway: { port: 80 },
});

export const KAFKA = { kafka: { uri: 'kafka://broker:9092' } };

/** A topic `uploads` of the store, with an endpoint. */
export const topic = (endpoint: object, rest: object = {}) =>
  rook('BucketTopic', 'uploads', { objectStoreName: 'objects', objectStoreNamespace: 'app', endpoint, ...rest });

/** A notification by a topic. */
export const notification = (name: string) => rook('BucketNotification', 'n', { topic: name });
