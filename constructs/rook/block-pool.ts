import { Construct } from 'constructs';
import { RBD_DRIVER } from '../../facts/rook';
import { rookObject } from './api-object';
import type { CephCluster } from './ceph-cluster';
import { CephSnapshotClass, type CephSnapshotClassProps } from './ceph-snapshot-class';
import { CephStorageClass, type CephStorageClassProps } from './ceph-storage-class';
import { type PoolProps, poolSpec } from './pool-spec';

type BlockPoolProps = PoolProps & {
  readonly cluster: CephCluster;
  /** A pool that Ceph makes itself, to manage it here. @default - the object's name */
  readonly poolName?: '.mgr';
};

export interface BlockStorageClassProps extends CephStorageClassProps {
  /** For an erasure-coded pool: the replicated pool for what describes the images. */
  readonly metadataPool?: BlockPool;
  /** Features of the images, from those that the nodes' kernels know. @default layering, exclusive-lock, object-map, fast-diff */
  readonly imageFeatures?: readonly (
    | 'layering'
    | 'exclusive-lock'
    | 'object-map'
    | 'fast-diff'
    | 'deep-flatten'
    | 'journaling'
  )[];
}

/** A CephBlockPool. No sync and no deletion of its Application takes it away. */
export class BlockPool extends Construct {
  readonly name: string;
  readonly cluster: CephCluster;
  private readonly erasureCoded: boolean;

  constructor(scope: Construct, id: string, props: BlockPoolProps) {
    super(scope, `block-pool-${id}`);
    this.name = id;
    this.cluster = props.cluster;
    this.erasureCoded = props.erasureCoded !== undefined;
    const { poolName } = props;
    rookObject(this, 'CephBlockPool', this.name, {
      // Without it Rook leaves the rule of a pool alone that is there already.
      ...(poolName === undefined ? {} : { name: poolName, enableCrushUpdates: true }),
      ...poolSpec(props.cluster, props),
    });
  }

  /** A StorageClass of block devices in this pool: ReadWriteOnce. */
  addStorageClass(name: string, props: BlockStorageClassProps = {}): CephStorageClass {
    const { metadataPool, imageFeatures = ['layering', 'exclusive-lock', 'object-map', 'fast-diff'] } = props;
    const pools: Record<string, string> =
      this.erasureCoded && metadataPool ? { pool: metadataPool.name, dataPool: this.name } : { pool: this.name };
    const storageClass = new CephStorageClass(this, name, {
      ...props,
      driver: RBD_DRIVER,
      cluster: this.cluster,
      parameters: { ...pools, imageFormat: '2', imageFeatures: imageFeatures.join(',') },
    });
    storageClass.node.addDependency(this.node.defaultChild as Construct);
    return storageClass;
  }

  /** A VolumeSnapshotClass for volumes of this cluster's block pools. */
  addSnapshotClass(name: string, props: CephSnapshotClassProps = {}): CephSnapshotClass {
    return new CephSnapshotClass(this, name, { ...props, driver: RBD_DRIVER, cluster: this.cluster });
  }
}
