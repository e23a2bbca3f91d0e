import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { clusterOf, findApplication } from '../../fleet/application';
import { didYouMean } from '../../fleet/did-you-mean';
import { report } from '../../fleet/report';
import { addHealthChecks } from '../argocd/health-checks';
import { rookObject } from './api-object';
import { BlockPool } from './block-pool';
import { CEPH_IMAGE } from './ceph-image';
import { Filesystem, type FilesystemProps } from './filesystem';
import { cephHealth, HEALTH_KINDS } from './health';
import { ObjectStore, type ObjectStoreProps } from './object-store';
import type { PoolProps } from './pool-spec';
import { PROFILES, type Profile } from './profiles';
import type { RookOperator } from './rook-operator';
import { type StorageProps, storageSpec } from './storage';

export interface CephClusterProps {
  readonly operator: RookOperator;
  /**
   * `single-node`: one monitor and one manager, copies on different disks of one machine. `production`: three monitors and
   * two managers, copies on different machines, of which it needs three.
   */
  readonly profile: Profile;
  /** Where the data is. @default - every disk that the platform states for its nodes, but the boot disks */
  readonly storage?: StorageProps;
  /** Ceph's image; a version by tag and digest. @default - the Ceph of Rook's release */
  readonly image?: string;
  /** Metrics for Prometheus, by monitors that the operator makes. @default - as the operator may */
  readonly monitoring?: boolean;
  /** Ceph's own page. @default true */
  readonly dashboard?: boolean;
  /** The folder on every node for what the monitors know. It must stay when the cluster is deleted. @default /var/lib/rook */
  readonly dataDirHostPath?: string;
  /** More of the spec, as the API writes it, stronger than all above. @default - none */
  readonly spec?: Readonly<Record<string, unknown>>;
  /** @default - the construct's id */
  readonly name?: string;
}

/** What Ceph says for ever while the drivers' keys are of the older kind; Rook's own list (cephx-key-rotation.md). */
const MUTED = Object.fromEntries(
  ['ROTATING_SERVICE_KEY_TYPE', 'CLIENT_KEY_TYPE', 'KEYS_ALLOWED', 'KEYS_CREATABLE'].map((code) => [
    `AUTH_INSECURE_${code}`,
    { policy: 'mute' },
  ]),
);

/**
 * A Ceph cluster: the disks of several machines, or of one, as storage for claims. One in a namespace, and no sync
 * and no deletion of its Application takes it away. Pools, filesystems and object stores are added to it.
 */
export class CephCluster extends Construct {
  readonly name: string;
  readonly profile: Profile;
  /** The namespace, which is also the id by which classes name the cluster. */
  readonly namespace: string;
  readonly image: string;
  /** What its drivers' names begin with: Rook finds a cluster's volumes by it. */
  readonly driverPrefix: string;
  private readonly object: ApiObject;

  constructor(scope: Construct, id: string, props: CephClusterProps) {
    super(scope, `ceph-cluster-${id}`);
    this.name = props.name ?? id;
    this.profile = props.profile;
    this.namespace = findApplication(this)?.namespace ?? '';
    this.image = props.image ?? CEPH_IMAGE;
    this.driverPrefix = props.operator.namespace;
    // After the drivers: a class that nobody serves would let claims wait.
    findApplication(this)?.dependsOn(props.operator.drivers);
    const profile = this.profileOf(props.profile);
    const { nodes } = clusterOf(this).props.platform;
    this.object = rookObject(this, 'CephCluster', this.name, {
      cephVersion: { image: this.image },
      dataDirHostPath: props.dataDirHostPath ?? '/var/lib/rook',
      dashboard: { enabled: props.dashboard ?? true, ssl: true },
      monitoring: { enabled: props.monitoring ?? props.operator.monitoring },
      crashCollector: { disable: false },
      logCollector: { enabled: true, periodicity: 'daily', maxLogSize: '500M' },
      // Nodes' kernels are older than what Ceph's default keys need (7.0).
      security: { cephx: { csi: { keyType: 'aes' } } },
      healthCheck: { muteHealthWarning: MUTED },
      storage: storageSpec(props.storage ?? {}, nodes),
      ...profile.spec,
      ...props.spec,
    });
    addHealthChecks(this, HEALTH_KINDS, cephHealth);
    if (profile.managedMgrPool) {
      // Ceph makes the pool with three copies on different machines, and its health, which Argo CD waits for, is a
      // warning until Rook has changed that: so it comes with the cluster, not in the wave after it.
      new BlockPool(this, 'builtin-mgr', { cluster: this, replicas: 2, poolName: '.mgr' });
    }
  }

  /** `synth` does not check types: a profile that is none is told, and the stricter one taken. */
  private profileOf(name: Profile) {
    if (Object.hasOwn(PROFILES, name)) return PROFILES[name];
    report(this, {
      rule: 'rook/profile',
      message: `CephCluster "${this.name}" has the profile "${name}".${didYouMean(name, Object.keys(PROFILES))}`,
      effect: 'Nobody knows how many monitors and copies it should have.',
      fix: `One of ${Object.keys(PROFILES).join(', ')}.`,
    });
    return PROFILES.production;
  }

  /** A pool for block devices: volumes of one Pod at a time. */
  addBlockPool(name: string, props: PoolProps = {}): BlockPool {
    const pool = new BlockPool(this, name, { ...props, cluster: this });
    pool.node.addDependency(this.object);
    return pool;
  }

  /** A filesystem: volumes of many Pods at once. */
  addFilesystem(name: string, props: FilesystemProps = {}): Filesystem {
    const filesystem = new Filesystem(this, name, { ...props, cluster: this });
    filesystem.node.addDependency(this.object);
    return filesystem;
  }

  /** An object store: S3. */
  addObjectStore(name: string, props: ObjectStoreProps = {}): ObjectStore {
    const store = new ObjectStore(this, name, { ...props, cluster: this });
    store.node.addDependency(this.object);
    return store;
  }
}
