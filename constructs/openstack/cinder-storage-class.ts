import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';

export interface CinderStorageClassProps {
  /** Cinder's volume type; an encrypted disk is a type too. @default - Cinder's default */
  readonly type?: string;
  /** Cinder's availability zone. @default - the node's */
  readonly availabilityZone?: string;
  /** Whether the disk stays when its claim goes. @default Retain */
  readonly reclaimPolicy?: 'Retain' | 'Delete';
  /** Claims that name no class get this one; a cluster has one such class. @default false */
  readonly default?: boolean;
  /** @default ext4 */
  readonly fsType?: 'ext4' | 'xfs';
  /** @default - the construct's id */
  readonly name?: string;
}

/** A StorageClass of Cinder disks: ReadWriteOnce, rounded up to whole GiB, made where the Pod is. */
export class CinderStorageClass extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: CinderStorageClassProps = {}) {
    super(scope, `storage-class-${id}`);
    this.name = props.name ?? id;
    const { type, availabilityZone: availability, fsType } = props;
    // Any other parameter is passed over without a word.
    const parameters = { type, availability, 'csi.storage.k8s.io/fstype': fsType };
    new ApiObject(this, 'Default', {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: {
        name: this.name,
        annotations: props.default ? { 'storageclass.kubernetes.io/is-default-class': 'true' } : undefined,
      },
      provisioner: CINDER_DRIVER,
      ...(Object.values(parameters).some((value) => value !== undefined) ? { parameters } : {}),
      reclaimPolicy: props.reclaimPolicy ?? 'Retain',
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: true,
    });
  }
}

export const CINDER_DRIVER = 'cinder.csi.openstack.org';
