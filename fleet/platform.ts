import type { Externals } from './externals';

/** What a cluster runs on. Platforms are made by their own constructs (`talos({ … })`); checks read them as facts. */
export interface Platform {
  /** The platform's name: `talos`. */
  readonly name: string;
  /** What its machines, disks and load balancers are. @default - machines of one's own */
  readonly infrastructure?: 'openstack';
  /** Its nodes, where they are known by name. @default - not known */
  readonly nodes?: readonly Node[];
  /** What it brings into every cluster: classes, CRDs, namespaces. @default - nothing */
  readonly externals?: Externals;
}

/** A machine of the cluster. */
export interface Node {
  /** The Node object's name. */
  readonly name: string;
  /** The disk that the operating system boots from, as the kernel names it: `sda`. It never holds data. */
  readonly bootDisk: string | Disk;
  /** The other disks: as the kernel names them, or with what more is known. @default - none */
  readonly disks?: readonly (string | Disk)[];
}

/** A disk of a machine. */
export interface Disk {
  /** As the kernel names it, which may change with a reboot: `sdb`. */
  readonly name: string;
  /** A path that stays: `/dev/disk/by-id/wwn-0x5000c500a1b2c3d4`. @default - not known */
  readonly path?: string;
  /** How fast it is, as Ceph groups disks. @default - nvme for `nvme…`, else not known */
  readonly deviceClass?: DeviceClass;
}

export type DeviceClass = 'hdd' | 'ssd' | 'nvme';

/** A disk with what is known of it. */
export function diskOf(disk: string | Disk): Disk {
  const known: Disk =
    typeof disk !== 'string' ? disk : disk.startsWith('/') ? { name: disk, path: disk } : { name: disk };
  return known.deviceClass === undefined && known.name.startsWith('nvme') ? { ...known, deviceClass: 'nvme' } : known;
}
