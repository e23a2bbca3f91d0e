import { AppProject } from '../../constructs/argocd/app-project';
import { ExistingSecret } from '../../constructs/secrets/secret-reference';
import { BackupStorageLocation } from '../../constructs/velero/backup-storage-location';
import { type S3Props, s3 } from '../../constructs/velero/providers';
import { Velero } from '../../constructs/velero/velero';
import { Application } from '../../fleet/application';
import type { Cluster } from '../../fleet/cluster';

export interface BackupsProps {
  /** The bucket outside the cluster; each cluster has a prefix of its own in it. */
  readonly bucket: Omit<S3Props, 'prefix' | 'credential'>;
  /** Reads and writes volumes on the nodes for restores alone. @default - as the schedules need */
  readonly nodeAgent?: boolean;
}

/** Times and keeping that all clusters share: every night for 30 days, every Sunday for 90. */
export const NIGHTLY_AND_WEEKLY = {
  daily: { schedule: '0 2 * * *', keep: '720h' },
  weekly: { schedule: '0 4 * * 0', keep: '2160h' },
} as const;

/** Velero with a bucket outside the cluster. Schedules are made by whoever has something to save. */
export class Backups {
  readonly velero: Velero;
  /** The application of locations and schedules. */
  readonly application: Application;
  readonly location: BackupStorageLocation;

  constructor(cluster: Cluster, props: BackupsProps) {
    const project = new AppProject(cluster, 'backups', {
      description: 'Backups. Velero reads and writes everything in the cluster: it is admin.',
    });
    this.velero = new Velero(cluster, { project, nodeAgent: props.nodeAgent });
    this.application = new Application(cluster, 'backups', { project, namespace: 'velero' });
    // Made once by hand: `kubectl -n velero create secret generic velero-s3 --from-file=cloud=…`, a credentials file of AWS.
    const secret = new ExistingSecret(this.application, 'velero-s3');
    this.location = new BackupStorageLocation(this.application, 'outside', {
      velero: this.velero,
      storage: s3({ ...props.bucket, prefix: cluster.name, credential: { secret } }),
      default: true,
    });
  }
}
