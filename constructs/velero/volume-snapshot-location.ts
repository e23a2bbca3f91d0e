import { Construct } from 'constructs';
import { veleroObject } from './api-object';
import type { Credential, Plugin } from './providers';
import type { Velero } from './velero';

export interface VolumeSnapshotLocationProps {
  readonly velero: Velero;
  readonly plugin: Plugin;
  /** What the provider's plugin reads: `{ region: 'eu-north-1' }`. @default - nothing */
  readonly config?: Readonly<Record<string, string>>;
  readonly credential?: Credential;
  /** @default - the construct's id */
  readonly name?: string;
}

/** A VolumeSnapshotLocation: where a provider's own snapshots are kept. CSI snapshots need none. */
export class VolumeSnapshotLocation extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: VolumeSnapshotLocationProps) {
    super(scope, `volume-snapshot-location-${id}`);
    this.name = props.name ?? id;
    const { velero, plugin, config, credential } = props;
    velero.usePlugin(plugin);
    veleroObject(
      this,
      'VolumeSnapshotLocation',
      { name: this.name },
      {
        provider: plugin,
        ...(config ? { config } : {}),
        ...(credential ? { credential: { name: credential.secret.name, key: credential.key ?? 'cloud' } } : {}),
      },
    );
  }
}
