import { Construct } from 'constructs';
import { rookObject } from './api-object';
import { BucketClass, type BucketClassProps } from './bucket-class';
import type { CephCluster } from './ceph-cluster';
import { ObjectStoreUser, type ObjectStoreUserProps } from './object-store-user';
import { type PoolProps, poolSpec, type ReplicatedPool } from './pool-spec';

export interface ObjectStoreProps {
  /** Names and lists; it is always of copies. @default - as the profile has it */
  readonly metadataPool?: ReplicatedPool;
  /** The objects. @default - as the profile has it */
  readonly dataPool?: PoolProps;
  /** The port of the S3 service inside the cluster, without TLS. @default 80 */
  readonly port?: number;
  /** How many gateways answer. @default - 1 in the profile single-node, else 2 */
  readonly instances?: number;
  /** Other namespaces that may have users of this store. @default - none */
  readonly allowUsersInNamespaces?: readonly string[];
}

/** A CephObjectStore: S3 inside the cluster. Its pools stay when the object is deleted. */
export class ObjectStore extends Construct {
  readonly name: string;
  readonly cluster: CephCluster;
  readonly port: number;

  constructor(scope: Construct, id: string, props: ObjectStoreProps & { readonly cluster: CephCluster }) {
    super(scope, `object-store-${id}`);
    this.name = id;
    this.cluster = props.cluster;
    this.port = props.port ?? 80;
    const { allowUsersInNamespaces } = props;
    rookObject(this, 'CephObjectStore', this.name, {
      metadataPool: poolSpec(this.cluster, props.metadataPool ?? {}),
      dataPool: poolSpec(this.cluster, props.dataPool ?? {}),
      preservePoolsOnDelete: true,
      gateway: {
        port: this.port,
        instances: props.instances ?? (this.cluster.profile === 'single-node' ? 1 : 2),
        resources: { requests: { cpu: '100m', memory: '1Gi' }, limits: { memory: '2Gi' } },
        ...(this.cluster.profile === 'production' ? { priorityClassName: 'system-cluster-critical' } : {}),
      },
      ...(allowUsersInNamespaces ? { allowUsersInNamespaces } : {}),
    });
  }

  /** Where Pods of the cluster find it. */
  get endpoint(): string {
    const port = this.port === 80 ? '' : `:${this.port}`;
    return `http://rook-ceph-rgw-${this.name}.${this.cluster.namespace}.svc${port}`;
  }

  /** An account with keys, which Rook writes into a Secret. */
  addUser(name: string, props: ObjectStoreUserProps = {}): ObjectStoreUser {
    const user = new ObjectStoreUser(this, name, { ...props, store: this });
    user.node.addDependency(this.node.defaultChild as Construct);
    return user;
  }

  /** A StorageClass for ObjectBucketClaims: each makes a bucket in this store. */
  addBucketClass(name: string, props: BucketClassProps = {}): BucketClass {
    const bucketClass = new BucketClass(this, name, { ...props, store: this });
    bucketClass.node.addDependency(this.node.defaultChild as Construct);
    return bucketClass;
  }
}
