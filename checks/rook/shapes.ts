import { BLOCK_POOL, CEPH_CLUSTER, FILESYSTEM, OBJECT_STORE, ROOK_GROUP } from '../../facts/rook';
import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import { memo } from '../memo';
import { specOf } from '../spec-of';

/** Rook's objects, as far as rules read them. Anybody may have written them: every field may be missing. */

export type Config = Readonly<Record<string, unknown>>;

export interface DeviceShape {
  readonly name?: string;
  readonly fullpath?: string;
  readonly config?: Config;
}

/** What a cluster, or one of its nodes, takes disks by. */
export interface Selection {
  readonly useAllDevices?: boolean;
  readonly deviceFilter?: string;
  readonly devicePathFilter?: string;
  readonly devices?: readonly DeviceShape[];
  readonly config?: Config;
}

export interface StorageNode extends Selection {
  readonly name?: string;
}

export interface DeviceSetShape {
  readonly name?: string;
  readonly count?: number;
  readonly portable?: boolean;
  readonly encrypted?: boolean;
  readonly volumeClaimTemplates?: readonly {
    readonly metadata?: { readonly name?: string; readonly annotations?: Readonly<Record<string, string>> };
    readonly spec?: { readonly volumeMode?: string; readonly storageClassName?: string };
  }[];
}

interface Zone {
  readonly name?: string;
  readonly arbiter?: boolean;
}

export interface CephClusterSpec {
  readonly cephVersion?: { readonly image?: string; readonly allowUnsupported?: boolean };
  readonly dataDirHostPath?: string;
  readonly external?: { readonly enable?: boolean };
  readonly mon?: {
    readonly count?: number;
    readonly allowMultiplePerNode?: boolean;
    readonly floatingMon?: object;
    readonly zones?: readonly Zone[];
    readonly stretchCluster?: { readonly zones?: readonly Zone[]; readonly failureDomainLabel?: string };
  };
  readonly mgr?: {
    readonly count?: number;
    readonly allowMultiplePerNode?: boolean;
    readonly modules?: readonly { readonly name?: string }[];
  };
  readonly network?: {
    readonly hostNetwork?: boolean;
    readonly provider?: string;
    readonly selectors?: Readonly<Record<string, string>>;
    readonly addressRanges?: { readonly public?: readonly string[]; readonly cluster?: readonly string[] };
    readonly connections?: { readonly encryption?: { readonly enabled?: boolean } };
  };
  readonly security?: {
    readonly cephx?: { readonly csi?: { readonly keyType?: string } };
    readonly kms?: { readonly connectionDetails?: Readonly<Record<string, string>>; readonly tokenSecretName?: string };
  };
  readonly crashCollector?: { readonly disable?: boolean };
  readonly monitoring?: { readonly enabled?: boolean };
  readonly cleanupPolicy?: {
    readonly confirmation?: string;
    readonly allowUninstallWithVolumes?: boolean;
    readonly wipeDevicesFromOtherClusters?: boolean;
  };
  readonly removeOSDsIfOutAndSafeToRemove?: boolean;
  readonly resources?: Readonly<Record<string, ResourcesShape>>;
  readonly placement?: Readonly<Record<string, unknown>>;
  readonly storage?: Selection & {
    readonly useAllNodes?: boolean;
    readonly nodes?: readonly StorageNode[];
    readonly storageClassDeviceSets?: readonly DeviceSetShape[];
  };
}

export interface ResourcesShape {
  readonly requests?: Readonly<Record<string, unknown>>;
  readonly limits?: Readonly<Record<string, unknown>>;
}

export interface PoolShape {
  readonly name?: string;
  readonly failureDomain?: string;
  readonly deviceClass?: string;
  readonly crushRoot?: string;
  readonly replicated?: {
    readonly size?: number;
    readonly requireSafeReplicaSize?: boolean;
    readonly replicasPerFailureDomain?: number;
    readonly subFailureDomain?: string;
    readonly hybridStorage?: { readonly primaryDeviceClass?: string; readonly secondaryDeviceClass?: string };
  };
  readonly erasureCoded?: {
    readonly dataChunks?: number;
    readonly codingChunks?: number;
    readonly crushNumFailureDomains?: number;
    readonly crushOSDsPerFailureDomain?: number;
  };
  readonly parameters?: Readonly<Record<string, string>>;
  readonly mirroring?: {
    readonly enabled?: boolean;
    readonly mode?: string;
    readonly snapshotSchedules?: readonly { readonly interval?: string; readonly startTime?: string }[];
  };
}

export const cephSpec = (entry: Entry): CephClusterSpec => specOf(entry);

/** CephClusters whose daemons run here. */
export function localClusters(cluster: ClusterView): Entry[] {
  return [...cluster.ofKind(CEPH_CLUSTER)].filter((entry) => !cephSpec(entry).external?.enable);
}

/** The CephCluster of a namespace, if there is one. */
export function clusterIn(cluster: ClusterView, namespace: string | undefined): Entry | undefined {
  return cluster.ofKindIn(CEPH_CLUSTER, namespace)[0];
}

/** A pool, wherever it stands. */
export interface Pool {
  readonly entry: Entry;
  readonly pool: PoolShape;
  /** The path of its spec. */
  readonly at: string;
  readonly role: 'block' | 'metadata' | 'data';
  /** What Ceph calls it. */
  readonly cephName: string;
}

/** Every pool: CephBlockPools, and those of filesystems, object stores and zones. */
export const poolsOf = memo((cluster): readonly Pool[] => [...findPools(cluster)]);

interface PoolsShape {
  readonly metadataPool?: PoolShape;
  readonly dataPool?: PoolShape;
  readonly dataPools?: readonly PoolShape[];
}

function* findPools(cluster: ClusterView): Iterable<Pool> {
  for (const entry of cluster.ofKind(BLOCK_POOL)) {
    const pool = specOf<PoolShape>(entry);
    yield { entry, pool, at: 'spec', role: 'block', cephName: pool.name ?? entry.object.metadata.name };
  }
  for (const entry of cluster.ofKind(FILESYSTEM)) {
    const { name } = entry.object.metadata;
    const { metadataPool, dataPools = [] } = specOf<PoolsShape>(entry);
    if (metadataPool) {
      const cephName = `${name}-${metadataPool.name ?? 'metadata'}`;
      yield { entry, pool: metadataPool, at: 'spec.metadataPool', role: 'metadata', cephName };
    }
    for (const [i, pool] of dataPools.entries()) {
      const cephName = `${name}-${pool.name ?? `data${i}`}`;
      yield { entry, pool, at: `spec.dataPools[${i}]`, role: 'data', cephName };
    }
  }
  for (const kind of [OBJECT_STORE, `${ROOK_GROUP}/CephObjectZone`]) {
    for (const entry of cluster.ofKind(kind)) {
      const { metadataPool, dataPool } = specOf<PoolsShape>(entry);
      const { name } = entry.object.metadata;
      const own = (pool: PoolShape | undefined) => pool && (pool.replicated || pool.erasureCoded);
      if (metadataPool && own(metadataPool)) {
        yield { entry, pool: metadataPool, at: 'spec.metadataPool', role: 'metadata', cephName: `${name}.rgw.meta` };
      }
      if (dataPool && own(dataPool)) {
        yield { entry, pool: dataPool, at: 'spec.dataPool', role: 'data', cephName: `${name}.rgw.buckets.data` };
      }
    }
  }
}
