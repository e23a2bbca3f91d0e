import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { type CEPHFS_DRIVER, RBD_DRIVER } from '../../facts/rook';

import type { CephCluster } from './ceph-cluster';

export interface CephSnapshotClassProps {
  /** Whether the snapshot in Ceph goes with its object. @default Delete */
  readonly deletionPolicy?: 'Delete' | 'Retain';
  /** More labels, such as those by which Velero finds its class. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
}

interface ClassProps extends CephSnapshotClassProps {
  readonly driver: typeof RBD_DRIVER | typeof CEPHFS_DRIVER;
  readonly cluster: CephCluster;
}

/** A VolumeSnapshotClass of Ceph. Its CRD, and the controller, come with the cluster or with an application of their own. */
export class CephSnapshotClass extends Construct {
  readonly name: string;

  constructor(scope: Construct, name: string, props: ClassProps) {
    super(scope, `volume-snapshot-class-${name}`);
    this.name = name;
    const user = props.driver === RBD_DRIVER ? 'rbd' : 'cephfs';
    new ApiObject(this, 'Default', {
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshotClass',
      metadata: { name, labels: props.labels },
      driver: `${props.cluster.driverPrefix}.${props.driver}`,
      deletionPolicy: props.deletionPolicy ?? 'Delete',
      parameters: {
        clusterID: props.cluster.namespace,
        'csi.storage.k8s.io/snapshotter-secret-name': `rook-csi-${user}-provisioner`,
        'csi.storage.k8s.io/snapshotter-secret-namespace': props.cluster.namespace,
      },
    });
  }
}
