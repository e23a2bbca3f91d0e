import { AppProject } from '../../constructs/argocd/app-project';
import { Role } from '../../constructs/kubernetes/role';
import { ServiceAccount } from '../../constructs/kubernetes/service-account';
import type { BucketClass } from '../../constructs/rook/bucket-class';
import { ObjectBucketClaim } from '../../constructs/rook/object-bucket-claim';
import { ExternalSecret } from '../../constructs/secrets/external-secret';
import { ExternalSecrets } from '../../constructs/secrets/external-secrets';
import { kubernetesSecrets } from '../../constructs/secrets/providers';
import { SecretStore } from '../../constructs/secrets/secret-store';
import { BackupStorageLocation } from '../../constructs/velero/backup-storage-location';
import { s3 } from '../../constructs/velero/providers';
import type { Cluster } from '../../fleet/cluster';
import type { Backups } from './backups';

/** Velero's name for the keys that Rook writes. */
const CREDENTIALS = `[default]
aws_access_key_id={{ .id }}
aws_secret_access_key={{ .key }}
`;

/**
 * A bucket in the cluster's own object store as a second place for backups. Rook makes its keys, in a form that Velero does
 * not read; External Secrets writes them into one that it does.
 */
export class BucketInside {
  readonly location: BackupStorageLocation;

  constructor(cluster: Cluster, backups: Backups, props: { readonly class: BucketClass }) {
    const project = new AppProject(cluster, 'secrets', {
      description: 'Secrets in other forms. It may write any Secret.',
    });
    new ExternalSecrets(cluster, { project });
    const app = backups.application;
    const bucketName = `velero-${cluster.name}`;
    const bucket = new ObjectBucketClaim(app, 'velero-bucket', { class: props.class, bucketName });
    const reader = new ServiceAccount(app, 'velero-bucket-reader');
    // External Secrets asks what it may do with Secrets before it reads one: a single name would not do.
    new Role(app, 'velero-bucket-reader', {
      rules: [{ verbs: ['get', 'list', 'watch'], resources: [{ apiGroup: '', resourceType: 'secrets' }] }],
    }).bind(reader);
    const store = new SecretStore(app, 'velero-bucket', {
      provider: kubernetesSecrets({ remoteNamespace: app.namespace, serviceAccount: reader }),
    });
    const secret = new ExternalSecret(app, 'velero-inside', {
      store,
      data: {
        id: { key: bucket.name, property: 'AWS_ACCESS_KEY_ID' },
        key: { key: bucket.name, property: 'AWS_SECRET_ACCESS_KEY' },
      },
      template: { cloud: CREDENTIALS },
    });
    this.location = new BackupStorageLocation(app, 'inside', {
      velero: backups.velero,
      storage: s3({
        bucket: bucketName,
        region: 'us-east-1',
        url: bucket.endpoint,
        // Ceph's gateway does not know the newer checksums.
        checksumAlgorithm: '',
        credential: { secret },
      }),
    });
  }
}
