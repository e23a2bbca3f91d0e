import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { BUCKET_PROVISIONER } from '../../facts/rook';
import type { ObjectStore } from './object-store';

export interface BucketClassProps {
  /** Whether a bucket stays, with all in it, when its claim goes. @default Retain */
  readonly reclaimPolicy?: 'Retain' | 'Delete';
}

/** A StorageClass for ObjectBucketClaims. Source: rook/rook v1.20.6, deploy/examples/storageclass-bucket-retain.yaml. */
export class BucketClass extends Construct {
  readonly name: string;
  readonly store: ObjectStore;

  constructor(scope: Construct, name: string, props: BucketClassProps & { readonly store: ObjectStore }) {
    super(scope, `bucket-class-${name}`);
    this.name = name;
    this.store = props.store;
    const { namespace } = props.store.cluster;
    new ApiObject(this, 'Default', {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name },
      provisioner: `${namespace}.${BUCKET_PROVISIONER}`,
      parameters: { objectStoreName: props.store.name, objectStoreNamespace: namespace },
      reclaimPolicy: props.reclaimPolicy ?? 'Retain',
      volumeBindingMode: 'Immediate',
    });
  }
}
