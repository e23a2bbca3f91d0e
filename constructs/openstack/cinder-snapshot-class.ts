import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { CINDER_DRIVER } from './cinder-storage-class';

export interface CinderSnapshotClassProps {
  /** Whether the snapshot in Cinder goes with its object. @default Delete */
  readonly deletionPolicy?: 'Delete' | 'Retain';
  /** Takes snapshots of disks that are in use; without it Cinder refuses them. @default true */
  readonly forceCreate?: boolean;
  /** More labels, such as those by which Velero finds its class. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** @default - the construct's id */
  readonly name?: string;
}

/** A VolumeSnapshotClass of Cinder. It is named by who takes snapshots: two default classes of one driver would clash. */
export class CinderSnapshotClass extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: CinderSnapshotClassProps = {}) {
    super(scope, `volume-snapshot-class-${id}`);
    this.name = props.name ?? id;
    new ApiObject(this, 'Default', {
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshotClass',
      metadata: { name: this.name, labels: props.labels },
      driver: CINDER_DRIVER,
      deletionPolicy: props.deletionPolicy ?? 'Delete',
      parameters: { 'force-create': String(props.forceCreate ?? true) },
    });
  }
}
