import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { type CEPHFS_DRIVER, RBD_DRIVER } from '../../facts/rook';

import type { CephCluster } from './ceph-cluster';

export interface CephStorageClassProps {
  /** Claims that name no class get this one; a cluster has one such class. @default false */
  readonly default?: boolean;
  /** Whether the volume stays when its claim goes. @default Retain */
  readonly reclaimPolicy?: 'Retain' | 'Delete';
  /** Of block devices. xfs may lock up where a Pod shares its node with OSDs. @default ext4 */
  readonly fsType?: 'ext4' | 'xfs';
}

interface ClassProps extends CephStorageClassProps {
  readonly driver: typeof RBD_DRIVER | typeof CEPHFS_DRIVER;
  readonly cluster: CephCluster;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The Secrets that Rook makes for the drivers, by what a class names them for. */
export function driverSecrets(driver: ClassProps['driver'], namespace: string): Record<string, string> {
  const user = driver === RBD_DRIVER ? 'rbd' : 'cephfs';
  const secrets = {
    provisioner: `rook-csi-${user}-provisioner`,
    'controller-expand': `rook-csi-${user}-provisioner`,
    'controller-publish': `rook-csi-${user}-provisioner`,
    'node-stage': `rook-csi-${user}-node`,
  };
  return Object.fromEntries(
    Object.entries(secrets).flatMap(([use, name]) => [
      [`csi.storage.k8s.io/${use}-secret-name`, name],
      [`csi.storage.k8s.io/${use}-secret-namespace`, namespace],
    ]),
  );
}

/**
 * A StorageClass of a Ceph pool or filesystem. Nothing of it but its being the default can be changed later.
 * Source: rook/rook v1.20.6, deploy/examples/csi.
 */
export class CephStorageClass extends Construct {
  readonly name: string;

  constructor(scope: Construct, name: string, props: ClassProps) {
    super(scope, `storage-class-${name}`);
    this.name = name;
    const block = props.driver === RBD_DRIVER;
    new ApiObject(this, 'Default', {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: {
        name,
        annotations: props.default ? { 'storageclass.kubernetes.io/is-default-class': 'true' } : undefined,
      },
      // The operator's namespace is the prefix of its drivers: Rook finds a cluster's volumes by it.
      provisioner: `${props.cluster.driverPrefix}.${props.driver}`,
      parameters: {
        clusterID: props.cluster.namespace,
        ...props.parameters,
        ...driverSecrets(props.driver, props.cluster.namespace),
        ...(block ? { 'csi.storage.k8s.io/fstype': props.fsType ?? 'ext4' } : {}),
      },
      reclaimPolicy: props.reclaimPolicy ?? 'Retain',
      volumeBindingMode: 'Immediate',
      allowVolumeExpansion: true,
    });
  }
}
