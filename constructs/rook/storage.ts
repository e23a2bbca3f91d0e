import type { Node } from '../../fleet/platform';
import { diskOf } from '../../fleet/platform';
import type {
  CephClusterSpecStorage,
  CephClusterSpecStorageDevices,
  CephClusterSpecStorageStorageClassDeviceSets,
} from '../../imports/ceph.rook.io';
import type { PersistentVolumeClaimSpec } from '../../imports/k8s';

interface OsdProps {
  /** Encrypts the disks, with keys that Rook keeps in Secrets or in the cluster's key management. @default false */
  readonly encrypted?: boolean;
  /** How many OSDs a disk is shared by: more than one for fast NVMe only. @default 1 */
  readonly osdsPerDevice?: number;
}

/** Disks of named machines; without names, every disk of every node that the platform states, but for the boot disks. */
export interface NodeDisks extends OsdProps {
  /**
   * By the node's name: its disks as the kernel names them (`sdb`), or paths (`/dev/disk/by-id/…`), which stay the same
   * with every boot.
   * @default - the platform's disks
   */
  readonly nodes?: Readonly<Record<string, readonly (string | DeviceProps)[]>>;
}

export interface DeviceProps {
  /** `sdb`, or a path. */
  readonly name: string;
  /** The class by which pools choose disks. @default - what Ceph finds out: hdd, ssd or nvme */
  readonly deviceClass?: string;
  /** A faster disk for this one's metadata. @default - its own */
  readonly metadataDevice?: string;
}

/** Whatever disks of every node fit a pattern. New disks are taken without being asked. */
export interface FilteredDisks extends OsdProps {
  /** A regular expression (RE2) on the kernel's names: `^sd[b-e]$`. */
  readonly deviceFilter: string;
}

/** Disks that are claims on another StorageClass: for clusters in a cloud. */
export interface ClaimedDisks {
  readonly sets: readonly [DeviceSet, ...DeviceSet[]];
}

export interface DeviceSet {
  readonly name: string;
  /** How many disks. */
  readonly count: number;
  /** The size of each: `100Gi`. */
  readonly size: string;
  readonly storageClass: string;
  /** Whether a disk may move to another node; never for local disks. @default true */
  readonly portable?: boolean;
  /** @default false */
  readonly encrypted?: boolean;
  /** @default - what Ceph finds out */
  readonly deviceClass?: string;
}

export type StorageProps = NodeDisks | FilteredDisks | ClaimedDisks;

/** Where a CephCluster keeps its data. */
export function storageSpec(storage: StorageProps, nodes: readonly Node[] = []): CephClusterSpecStorage {
  if ('sets' in storage) return { useAllNodes: false, storageClassDeviceSets: storage.sets.map(deviceSet) };
  const config = osdConfig(storage);
  if ('deviceFilter' in storage) return { useAllNodes: true, deviceFilter: storage.deviceFilter, ...config };
  const chosen = storage.nodes
    ? Object.entries(storage.nodes).map(([name, disks]) => ({ name, devices: disks.map(device) }))
    : nodes.map(({ name, disks = [] }) => ({
        name,
        devices: disks.map(diskOf).map((disk) => ({ name: disk.path ?? disk.name })),
      }));
  return { useAllNodes: false, nodes: chosen, ...config };
}

function osdConfig({ encrypted, osdsPerDevice }: OsdProps): Pick<CephClusterSpecStorage, 'config'> {
  const config = {
    ...(encrypted ? { encryptedDevice: 'true' } : {}),
    ...(osdsPerDevice === undefined ? {} : { osdsPerDevice: String(osdsPerDevice) }),
  };
  return Object.keys(config).length > 0 ? { config } : {};
}

function device(disk: string | DeviceProps): CephClusterSpecStorageDevices {
  if (typeof disk === 'string') return { name: disk };
  const { name, ...config } = disk;
  return Object.keys(config).length > 0 ? { name, config } : { name };
}

function deviceSet(set: DeviceSet): CephClusterSpecStorageStorageClassDeviceSets {
  const spec: PersistentVolumeClaimSpec = {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: set.size } },
    storageClassName: set.storageClass,
    volumeMode: 'Block',
  };
  const annotations = set.deviceClass === undefined ? {} : { annotations: { crushDeviceClass: set.deviceClass } };
  return {
    name: set.name,
    count: set.count,
    portable: set.portable ?? true,
    ...(set.encrypted ? { encrypted: true } : {}),
    volumeClaimTemplates: [{ metadata: { name: 'data', ...annotations }, spec }],
  };
}
