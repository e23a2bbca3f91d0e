import { AppProject } from '../../constructs/argocd/app-project';
import { inWave } from '../../constructs/argocd/in-wave';
import { ExternalSecret } from '../../constructs/secrets/external-secret';
import type { ClusterSecretStore } from '../../constructs/secrets/secret-store';
import { BackupSchedule, type BackupScheduleProps } from '../../constructs/velero/backup-schedule';
import { BackupStorageLocation } from '../../constructs/velero/backup-storage-location';
import { type S3Props, s3 } from '../../constructs/velero/providers';
import { REPOSITORY_SECRET, Velero } from '../../constructs/velero/velero';
import { Application } from '../../fleet/application';
import type { Cluster } from '../../fleet/cluster';
import type { Policies } from '../policies/policies';
import { credential } from '../secrets/credential';

export interface BackupsProps {
  /** The cluster's policies, from which what reads volumes on the nodes is exempt. @default - none */
  readonly policies?: Policies;
  /** The bucket outside the cluster; each cluster has a prefix of its own in it. */
  readonly bucket: Omit<S3Props, 'prefix' | 'credential'>;
  /** What holds the credentials. @default - they are made by hand */
  readonly store?: ClusterSecretStore;
  /**
   * Where the store has the password of Velero's repositories: clusters that restore each other's backups share it.
   * @default - of this cluster alone
   */
  readonly repositoryPassword?: string;
  /** Reads and writes volumes on the nodes for restores alone. @default - as the schedules need */
  readonly nodeAgent?: boolean;
}

/** The bucket of this fleet, at a provider that none of its clusters runs on. */
export const BACKUP_BUCKET = {
  bucket: 'example-backups',
  region: 'eu-north-1',
  url: 'https://s3.example.com',
} as const satisfies BackupsProps['bucket'];

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
  private readonly storage: Omit<S3Props, 'prefix'>;

  constructor(cluster: Cluster, props: BackupsProps) {
    const project = new AppProject(cluster, 'backups', {
      description: 'Backups. Velero reads and writes everything in the cluster: it is admin.',
    });
    this.velero = new Velero(cluster, { project, nodeAgent: props.nodeAgent });
    props.policies?.exempt(this.velero, 'volumes', {
      policies: ['disallow-host-path', 'disallow-privileged-containers', 'require-labels'],
      reason:
        'The node-agent reads volumes where the kubelet mounts them, and makes Pods for it that have Velero’s labels only.',
    });
    const { name, key } = REPOSITORY_SECRET;
    const password = credential(this.velero, name, [key], props.store, props.repositoryPassword);
    // Velero makes it itself when it starts without one, with a password that the world knows.
    if (password instanceof ExternalSecret) inWave(-1, password);
    this.application = new Application(cluster, 'backups', { project, namespace: 'velero' });
    // A file of credentials as the AWS tools read it.
    const secret = credential(this.application, 'velero-s3', ['cloud'], props.store);
    this.storage = { ...props.bucket, credential: { secret } };
    this.location = new BackupStorageLocation(this.application, 'outside', {
      velero: this.velero,
      storage: s3({ ...this.storage, prefix: cluster.name }),
      default: true,
    });
  }

  /**
   * Backups of namespaces at fixed times. The Schedules' names begin with the cluster's: two clusters that see each other's
   * buckets would else have Backups of one name, and see one of the two.
   */
  schedule<Tier extends string>(
    id: string,
    props: Omit<BackupScheduleProps<Tier>, 'velero' | 'name'>,
  ): BackupSchedule<Tier> {
    const name = `${this.application.cluster.name}-${id}`;
    return new BackupSchedule(this.application, id, { ...props, velero: this.velero, name });
  }

  /** Leaves an application's volumes out of every backup, for a reason that a reviewer can judge. */
  without(application: Application, reason: string): void {
    application.allow('velero/claim-covered', reason);
  }

  /** Shows another cluster's backups here, to restore them: `npm run restore` prints how. */
  readFrom(cluster: string): BackupStorageLocation {
    return new BackupStorageLocation(this.application, cluster, {
      velero: this.velero,
      storage: s3({ ...this.storage, prefix: cluster }),
      accessMode: 'ReadOnly',
    });
  }
}
