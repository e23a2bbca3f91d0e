import type { CephBlockPoolSpec } from '../../imports/ceph.rook.io';
import type { CephCluster } from './ceph-cluster';

/** What Ceph never keeps two copies on one of: a disk, a machine, or a label of the nodes' topology. */
export type FailureDomain = 'osd' | 'host' | 'chassis' | 'rack' | 'row' | 'room' | 'datacenter' | 'zone' | 'region';

interface PoolPlace {
  /** What two copies are never together on. @default - osd in the profile single-node, else host */
  readonly failureDomain?: FailureDomain;
  /** Only disks of this class: all pools of a cluster should then name one. @default - all disks */
  readonly deviceClass?: string;
  /** @default none */
  readonly compression?: 'none' | 'passive' | 'aggressive' | 'force';
}

/** Copies of everything, each on another failure domain. */
export interface ReplicatedPool extends PoolPlace {
  /** How many copies. @default - 2 in the profile single-node, else 3 */
  readonly replicas?: number;
  /** How much of the cluster it is meant to take in the end, for the number of its placement groups: 0 to 1. @default - Ceph looks at what is there */
  readonly targetSizeRatio?: number;
  readonly erasureCoded?: undefined;
}

/** Pieces and checksums: less space than copies, slower, and not for metadata. */
export interface ErasureCodedPool extends PoolPlace {
  /** Pieces (at least 2) and checksums (at least 1), each on another failure domain. */
  readonly erasureCoded: { readonly dataChunks: number; readonly codingChunks: number };
  readonly replicas?: undefined;
}

export type PoolProps = ReplicatedPool | ErasureCodedPool;

/** A pool's spec, as it stands in a CephBlockPool, a filesystem and an object store. */
export function poolSpec(cluster: CephCluster, props: PoolProps): CephBlockPoolSpec {
  const small = cluster.profile === 'single-node';
  const { deviceClass, compression } = props;
  const place = {
    failureDomain: props.failureDomain ?? (small ? 'osd' : 'host'),
    ...(deviceClass === undefined ? {} : { deviceClass }),
    // `compressionMode` is deprecated: a pool's parameters say it.
    ...(compression === undefined ? {} : { parameters: { compression_mode: compression } }),
  };
  if (props.erasureCoded) return { ...place, erasureCoded: props.erasureCoded };
  const size = props.replicas ?? (small ? 2 : 3);
  return {
    ...place,
    replicated: {
      size,
      // Ceph refuses a pool of one copy unless it is told that this is meant.
      requireSafeReplicaSize: size > 1,
      ...(props.targetSizeRatio === undefined ? {} : { targetSizeRatio: props.targetSizeRatio }),
    },
  };
}
