import { Construct } from 'constructs';
import { CEPHFS_DRIVER } from '../../facts/rook';
import { rookObject } from './api-object';
import type { CephCluster } from './ceph-cluster';
import { CephSnapshotClass, type CephSnapshotClassProps } from './ceph-snapshot-class';
import { CephStorageClass, type CephStorageClassProps } from './ceph-storage-class';
import { type PoolProps, poolSpec, type ReplicatedPool } from './pool-spec';
import { SubVolumeGroup, type SubVolumeGroupProps } from './sub-volume-group';

export interface FilesystemProps {
  /** Names and folders; it is always of copies. @default - as the profile has it */
  readonly metadataPool?: ReplicatedPool;
  /** The files, by the pool's name. The first is the default, and always of copies. @default - one pool, `replicated` */
  readonly dataPools?: Readonly<Record<string, PoolProps>>;
  /** How many metadata servers work at once; each has one beside it that waits. @default 1 */
  readonly activeCount?: number;
}

/** A CephFilesystem: volumes that many Pods use at once. What is in it stays when the object is deleted. */
export class Filesystem extends Construct {
  readonly name: string;
  readonly cluster: CephCluster;
  private readonly pools: readonly string[];

  constructor(scope: Construct, id: string, props: FilesystemProps & { readonly cluster: CephCluster }) {
    super(scope, `filesystem-${id}`);
    this.name = id;
    this.cluster = props.cluster;
    const dataPools = props.dataPools ?? { replicated: {} };
    this.pools = Object.keys(dataPools);
    rookObject(this, 'CephFilesystem', this.name, {
      metadataPool: poolSpec(this.cluster, props.metadataPool ?? {}),
      dataPools: Object.entries(dataPools).map(([name, pool]) => ({ name, ...poolSpec(this.cluster, pool) })),
      preserveFilesystemOnDelete: true,
      metadataServer: {
        activeCount: props.activeCount ?? 1,
        activeStandby: this.cluster.profile !== 'single-node',
        resources: { requests: { cpu: '200m', memory: '4Gi' }, limits: { memory: '4Gi' } },
        ...(this.cluster.profile === 'production' ? { priorityClassName: 'system-cluster-critical' } : {}),
      },
    });
  }

  /** A StorageClass of folders in this filesystem: ReadWriteMany. @param pool one of its data pools, the first by default */
  addStorageClass(name: string, props: Omit<CephStorageClassProps, 'fsType'> & { readonly pool?: string } = {}) {
    const storageClass = new CephStorageClass(this, name, {
      ...props,
      driver: CEPHFS_DRIVER,
      cluster: this.cluster,
      parameters: { fsName: this.name, pool: `${this.name}-${props.pool ?? this.pools[0]}` },
    });
    storageClass.node.addDependency(this.node.defaultChild as Construct);
    return storageClass;
  }

  addSnapshotClass(name: string, props: CephSnapshotClassProps = {}): CephSnapshotClass {
    return new CephSnapshotClass(this, name, { ...props, driver: CEPHFS_DRIVER, cluster: this.cluster });
  }

  /** A part of the filesystem with a limit and a place of its own. Rook makes the one for claims, `csi`, by itself. */
  addSubVolumeGroup(name: string, props: SubVolumeGroupProps = {}): SubVolumeGroup {
    const group = new SubVolumeGroup(this, name, { ...props, filesystem: this });
    group.node.addDependency(this.node.defaultChild as Construct);
    return group;
  }
}
