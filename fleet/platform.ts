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
  readonly bootDisk: string;
  /** The other disks, as the kernel names them. @default - none */
  readonly disks?: readonly string[];
}
