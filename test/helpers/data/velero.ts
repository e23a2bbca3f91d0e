import { AppProject } from '../../../constructs/argocd/app-project';
import { Namespace } from '../../../constructs/kubernetes/namespace';
import { PersistentVolumeClaim } from '../../../constructs/kubernetes/persistent-volume-claim';
import { CinderSnapshotClass } from '../../../constructs/openstack/cinder-snapshot-class';
import { CinderStorageClass } from '../../../constructs/openstack/cinder-storage-class';
import { ExistingSecret } from '../../../constructs/secrets/secret-reference';
import { BackupSchedule } from '../../../constructs/velero/backup-schedule';
import { BackupStorageLocation } from '../../../constructs/velero/backup-storage-location';
import { azureBlob, googleStorage, s3 } from '../../../constructs/velero/providers';
import { ResourcePolicies } from '../../../constructs/velero/resource-policies';
import { VELERO_SNAPSHOT_CLASS } from '../../../constructs/velero/snapshot-class';
import { REPOSITORY_SECRET, Velero } from '../../../constructs/velero/velero';
import { VolumeSnapshotLocation } from '../../../constructs/velero/volume-snapshot-location';
import { csiSnapshots, dataMovement, fileSystem, noVolumes } from '../../../constructs/velero/volumes';
import { Application } from '../../../fleet/application';
import type { Cluster } from '../../../fleet/cluster';
import type { TestProps } from '../cluster';
import type { Example } from './example';

/** Snapshots are there, as in a managed cluster. */
const FACTS: TestProps = {
  externals: {
    storageClasses: ['fast'],
    kinds: ['snapshot.storage.k8s.io/VolumeSnapshot', 'monitoring.coreos.com/ServiceMonitor'],
    clusterScopedKinds: ['snapshot.storage.k8s.io/VolumeSnapshotClass'],
  },
};

const RETENTION = { daily: { schedule: '0 2 * * *', keep: '720h' } } as const;

/** Velero, and the application of its locations. */
function backups(cluster: Cluster, props: { nodeAgent?: boolean; monitoring?: boolean } = {}) {
  const project = new AppProject(cluster, 'backups', { description: 'Backups' });
  const velero = new Velero(cluster, { project, ...props });
  const app = new Application(cluster, 'backups', { project, namespace: velero.namespace });
  const secret = new ExistingSecret(app, 'cloud-credentials');
  new ExistingSecret(app, REPOSITORY_SECRET.name);
  return { app, velero, secret };
}

function bucket(cluster: Cluster, props: { nodeAgent?: boolean; monitoring?: boolean } = {}) {
  const { app, velero, secret } = backups(cluster, props);
  const storage = s3({ bucket: 'backups', region: 'eu-north-1', credential: { secret } });
  new BackupStorageLocation(app, 'outside', { velero, storage, default: true });
  const namespace = new Namespace(
    new Application(cluster, 'shop', { project: app.project, namespace: 'shop' }),
    'shop',
  );
  return { app, velero, namespaces: [namespace] as const };
}

export const veleroExamples: Readonly<Record<string, Example>> = {
  'velero/velero': {
    facts: FACTS,
    make: (_, cluster) => void bucket(cluster, { nodeAgent: true, monitoring: true }),
  },
  'velero/backup-storage-location': {
    facts: FACTS,
    make: (_, cluster) => {
      const { app, velero, secret } = backups(cluster);
      const credential = { secret };
      new BackupStorageLocation(app, 'ceph', {
        velero,
        default: true,
        storage: s3({
          bucket: 'backups',
          prefix: 'oden',
          region: 'us-east-1',
          url: 'https://s3.example.com',
          checksumAlgorithm: '',
          caCert: { secret, key: 'ca.crt' },
          credential,
        }),
      });
      new BackupStorageLocation(app, 'google', {
        velero,
        storage: googleStorage({ bucket: 'b', credential, serviceAccount: 'velero@example.iam.gserviceaccount.com' }),
        accessMode: 'ReadOnly',
        backupSyncPeriod: '5m',
      });
      new BackupStorageLocation(app, 'azure', {
        velero,
        storage: azureBlob({ bucket: 'b', resourceGroup: 'g', storageAccount: 'a', subscriptionId: 's', credential }),
      });
    },
  },
  'velero/volume-snapshot-location': {
    facts: FACTS,
    make: (_, cluster) => {
      const { app, velero, secret } = backups(cluster);
      const config = { region: 'eu-north-1' };
      new VolumeSnapshotLocation(app, 'disks', { velero, plugin: 'aws', config, credential: { secret } });
    },
  },
  'velero/backup-schedule': {
    facts: FACTS,
    make: (_, cluster) => {
      const { app, velero, namespaces } = bucket(cluster);
      new PersistentVolumeClaim(app, 'data', { size: '1Gi', storageClass: 'fast' });
      app.allow('velero/claim-covered', 'An example.');
      new BackupSchedule(app, 'files', {
        velero,
        namespaces,
        volumes: fileSystem({ parallelFiles: 4 }),
        retention: RETENTION,
      });
      new BackupSchedule(app, 'objects', {
        velero,
        namespaces,
        volumes: noVolumes('nothing but objects'),
        retention: RETENTION,
      });
      new BackupSchedule(app, 'ordered', {
        velero,
        namespaces,
        volumes: csiSnapshots(),
        csiSnapshotTimeout: '20m',
        retention: RETENTION,
        excludedResources: ['events'],
        orderedResources: { pods: ['shop/db-0', 'shop/web-0'] },
      });
    },
  },
  'velero/data-movement': {
    facts: FACTS,
    make: (_, cluster) => {
      const { app, velero, namespaces } = bucket(cluster);
      new CinderStorageClass(app, 'disks');
      new CinderSnapshotClass(app, 'velero', { labels: VELERO_SNAPSHOT_CLASS });
      new BackupSchedule(app, 'moved', { velero, namespaces, volumes: dataMovement(), retention: RETENTION });
    },
  },
  'velero/resource-policies': {
    facts: FACTS,
    make: (_, cluster) => {
      const { app, velero, namespaces } = bucket(cluster);
      const policies = new ResourcePolicies(app, 'policies', {
        volumes: [
          { conditions: { storageClass: ['scratch'] }, action: 'skip' },
          { conditions: { capacity: '100Gi,', csi: { driver: 'rook-ceph.rbd.csi.ceph.com' } }, action: 'snapshot' },
          { conditions: {}, action: 'fs-backup' },
        ],
      });
      new BackupSchedule(app, 'shop', { velero, namespaces, volumes: fileSystem(), policies, retention: RETENTION });
    },
  },
};
