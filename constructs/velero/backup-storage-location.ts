import { Construct } from 'constructs';
import { findApplication } from '../../fleet/application';
import { report } from '../../fleet/report';
import { veleroObject } from './api-object';
import type { ObjectStorage } from './providers';
import type { Velero } from './velero';

export interface BackupStorageLocationProps {
  readonly velero: Velero;
  readonly storage: ObjectStorage;
  /** Backups that name no location go here; a cluster has one such location. @default false */
  readonly default?: boolean;
  /** `ReadOnly` for another cluster's backups, which are restored here. @default ReadWrite */
  readonly accessMode?: 'ReadWrite' | 'ReadOnly';
  /** How often the bucket is looked through for backups of other clusters: `1m`. @default - Velero's, 1m */
  readonly backupSyncPeriod?: string;
  /** @default - the construct's id */
  readonly name?: string;
}

/** A BackupStorageLocation: a bucket that backups go to, or come from. No sync takes it away. */
export class BackupStorageLocation extends Construct {
  readonly name: string;
  readonly accessMode: 'ReadWrite' | 'ReadOnly';

  constructor(scope: Construct, id: string, props: BackupStorageLocationProps) {
    super(scope, `backup-storage-location-${id}`);
    const { velero, storage } = props;
    this.name = props.name ?? id;
    this.accessMode = props.accessMode ?? 'ReadWrite';
    const namespace = findApplication(this)?.namespace;
    velero.usePlugin(storage.plugin);
    const secret = storage.credential?.secret;
    if (secret && secret.namespace !== namespace) {
      report(this, {
        rule: 'velero/credential-namespace',
        category: 'reference',
        message: `The credential "${secret.name}" is in ${secret.namespace}, and Velero reads its own namespace only.`,
        effect: 'The location is Unavailable, and every backup to it fails.',
        fix: `Make the Secret in ${namespace}.`,
      });
    }
    const { bucket, prefix, config, caCertRef, provider } = storage;
    veleroObject(
      this,
      'BackupStorageLocation',
      { name: this.name },
      {
        provider,
        accessMode: this.accessMode,
        ...(props.default ? { default: true } : {}),
        objectStorage: { bucket, ...(prefix === undefined ? {} : { prefix }), ...(caCertRef ? { caCertRef } : {}) },
        ...(config ? { config } : {}),
        ...(secret ? { credential: { name: secret.name, key: storage.credential?.key ?? 'cloud' } } : {}),
        ...(props.backupSyncPeriod === undefined ? {} : { backupSyncPeriod: props.backupSyncPeriod }),
      },
    );
  }
}
