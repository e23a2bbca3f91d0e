import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { PersistentVolumeClaimSpec } from '../../imports/k8s';

export interface ClaimProps {
  /** The size, such as `20Gi`. */
  readonly size: string;
  /** The StorageClass. @default - the cluster's default class */
  readonly storageClass?: string;
  /** @default ReadWriteOnce */
  readonly accessMode?: 'ReadWriteOnce' | 'ReadWriteMany' | 'ReadOnlyMany' | 'ReadWriteOncePod';
  /** `Block` gives the container a raw device. @default Filesystem */
  readonly volumeMode?: 'Filesystem' | 'Block';
}

export interface PersistentVolumeClaimProps extends ClaimProps {
  /** @default - the construct's id */
  readonly name?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A claim on storage. No sync and no deletion of its Application takes it away (Prune=false, Delete=false). */
export class PersistentVolumeClaim extends Construct {
  readonly kind = 'PersistentVolumeClaim';
  readonly name: string;

  constructor(scope: Construct, id: string, props: PersistentVolumeClaimProps) {
    super(scope, `claim-${id}`);
    this.name = props.name ?? id;
    const { labels, annotations } = props;
    new ApiObject(this, 'Default', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: this.name, labels, annotations },
      spec: claimSpec(props),
    });
  }
}

/** A claim's spec. The mode that the API server would fill in is written out: a StatefulSet's template is compared whole. */
export function claimSpec(props: ClaimProps): PersistentVolumeClaimSpec {
  return {
    accessModes: [props.accessMode ?? 'ReadWriteOnce'],
    resources: { requests: { storage: props.size } },
    ...(props.storageClass ? { storageClassName: props.storageClass } : {}),
    volumeMode: props.volumeMode ?? 'Filesystem',
  };
}
