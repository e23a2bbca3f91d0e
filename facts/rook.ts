import type { GroupKind } from '../fleet/object';

/** Source of all below: rook/rook v1.20.6. */
export const ROOK_GROUP = 'ceph.rook.io';
export const CEPH_CLUSTER = `${ROOK_GROUP}/CephCluster`;
export const BLOCK_POOL = `${ROOK_GROUP}/CephBlockPool`;
export const FILESYSTEM = `${ROOK_GROUP}/CephFilesystem`;
export const SUB_VOLUME_GROUP = `${ROOK_GROUP}/CephFilesystemSubVolumeGroup`;
export const OBJECT_STORE = `${ROOK_GROUP}/CephObjectStore`;
export const OBJECT_STORE_USER = `${ROOK_GROUP}/CephObjectStoreUser`;
export const BUCKET_TOPIC = `${ROOK_GROUP}/CephBucketTopic`;
export const BUCKET_NOTIFICATION = `${ROOK_GROUP}/CephBucketNotification`;
export const BUCKET_CLAIM = 'objectbucket.io/ObjectBucketClaim';

/** The Ceph that Rook v1.20.6 installs by default, and the oldest and the first too new that it takes. */
export const CEPH_VERSIONS = { default: 'v20.2.4', oldest: '19.2.0', unsupported: 21 } as const;

/** How long a store's name may be: Ceph makes longer names from it. */
export const STORE_NAME_LENGTH = 38;

/** What a class's provisioner ends in; before it stands the operator's namespace. */
export const RBD_DRIVER = 'rbd.csi.ceph.com';
export const CEPHFS_DRIVER = 'cephfs.csi.ceph.com';
export const BUCKET_PROVISIONER = 'ceph.rook.io/bucket';

/** The least memory that Rook warns below, in MiB (pkg/operator/ceph/cluster, opspec). */
export const LEAST_MEMORY: Readonly<Record<string, number>> = { mon: 1024, mgr: 512, osd: 2048, mds: 4096 };

/** Pools that Ceph makes itself, whose names a CephBlockPool may take to manage them. */
export const RESERVED_POOLS: readonly string[] = ['.mgr', '.nfs', '.rgw.root'];

/** Kinds that wait for a CephCluster in their namespace. */
export const CEPH_KINDS: readonly GroupKind[] = [BLOCK_POOL, FILESYSTEM, SUB_VOLUME_GROUP, OBJECT_STORE];

/** Secrets and ConfigMaps that Rook makes beside a CephCluster. */
export const CLUSTER_SECRETS: readonly string[] = [
  ...['rook-ceph-mon', 'rook-ceph-config', 'rook-ceph-mons-keyring', 'rook-ceph-admin-keyring'],
  ...['rook-ceph-dashboard-password', 'rook-csi-rbd-provisioner', 'rook-csi-rbd-node'],
  ...['rook-csi-cephfs-provisioner', 'rook-csi-cephfs-node'],
];
export const CLUSTER_CONFIG_MAPS: readonly string[] = ['rook-ceph-mon-endpoints', 'rook-config-override'];

/** The Secret with the keys of an object store's user. */
export const userSecret = (store: string, user: string) => `rook-ceph-object-user-${store}-${user}`;
