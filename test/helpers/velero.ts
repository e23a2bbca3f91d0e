import { raw, type TestProps } from './cluster';
import { all, type Fill } from './rule';

export { all };

/** Velero in the namespace of the test's application, installed by somebody else. */
export const VELERO: TestProps = {
  externals: {
    secrets: ['app/cloud'],
    kinds: [
      ...['Backup', 'BackupStorageLocation', 'Restore', 'Schedule', 'VolumeSnapshotLocation'].map(
        (kind) => `velero.io/${kind}`,
      ),
      ...['ExternalSecret', 'SecretStore'].map((kind) => `external-secrets.io/${kind}`),
      'bitnami.com/SealedSecret',
      'secrets-store.csi.x-k8s.io/SecretProviderClass',
    ],
    clusterScopedKinds: ['snapshot.storage.k8s.io/VolumeSnapshotClass', 'external-secrets.io/ClusterSecretStore'],
  },
};

/** An object of Velero. */
export const velero =
  (kind: string, name: string, spec: object): Fill =>
  (app) => {
    raw(app, `${kind}-${name}`, { apiVersion: 'velero.io/v1', kind, metadata: { name }, spec });
  };

export const location = (spec: object = {}, name = 'outside') =>
  velero('BackupStorageLocation', name, {
    provider: 'aws',
    objectStorage: { bucket: 'backups' },
    config: { region: 'eu-north-1' },
    credential: { name: 'cloud', key: 'cloud' },
    default: true,
    ...spec,
  });

/** A Schedule of the application's namespace, beside a location. */
export const schedule = (template: object = {}, spec: object = {}) =>
  all(
    location(),
    velero('Schedule', 'daily', {
      schedule: '0 2 * * *',
      template: { includedNamespaces: ['app'], ttl: '720h', ...template },
      ...spec,
    }),
  );

export const configMap =
  (name: string, data: Record<string, string>): Fill =>
  (app) => {
    raw(app, `map-${name}`, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
  };

/** A claim in the application's namespace. */
export const claim =
  (name: string, spec: object = {}): Fill =>
  (app) => {
    raw(app, `claim-${name}`, {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Gi' } },
        storageClassName: 'fast',
        ...spec,
      },
    });
  };
