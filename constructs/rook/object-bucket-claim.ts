import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { BucketClass } from './bucket-class';

export interface ObjectBucketClaimProps {
  readonly class: BucketClass;
  /** The bucket's name; an application that is told of it before it exists needs to know. @default - the claim's name and something random after it */
  readonly bucketName?: string;
  /** The most that may be in it: `100Gi`. @default - no limit */
  readonly maxSize?: string;
  /** @default - the construct's id */
  readonly name?: string;
}

/**
 * A bucket with an account of its own. Rook writes a Secret (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`) and a
 * ConfigMap (`BUCKET_NAME`, `BUCKET_HOST`, `BUCKET_PORT`) of the claim's name. No sync and no deletion of its
 * Application takes it away.
 */
export class ObjectBucketClaim extends Construct {
  readonly name: string;
  readonly bucketName: string | undefined;
  /** Where the bucket is. */
  readonly endpoint: string;

  constructor(scope: Construct, id: string, props: ObjectBucketClaimProps) {
    super(scope, `object-bucket-claim-${id}`);
    this.name = props.name ?? id;
    this.bucketName = props.bucketName;
    this.endpoint = props.class.store.endpoint;
    const { bucketName, maxSize } = props;
    new ApiObject(this, 'Default', {
      apiVersion: 'objectbucket.io/v1alpha1',
      kind: 'ObjectBucketClaim',
      metadata: { name: this.name },
      spec: {
        storageClassName: props.class.name,
        ...(bucketName === undefined ? { generateBucketName: this.name } : { bucketName }),
        ...(maxSize === undefined ? {} : { additionalConfig: { maxSize } }),
      },
    });
  }
}
