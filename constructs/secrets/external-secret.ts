import { Construct } from 'constructs';
import { findApplication } from '../../fleet/application';
import { externalSecretsObject } from './api-object';
import type { SecretReference } from './secret-reference';
import type { ClusterSecretStore, SecretStore } from './secret-store';

/** A key in a store, and a field of it. */
export interface RemoteKey {
  readonly key: string;
  /** A field of what the key holds. @default - all of it */
  readonly property?: string;
  /** @default - the newest */
  readonly version?: string;
}

export interface ExternalSecretProps<Key extends string = string> {
  readonly store: SecretStore | ClusterSecretStore;
  /** The Secret's keys, and where each is in the store. @default - none */
  readonly data?: { readonly [K in Key]: RemoteKey };
  /** Keys whose fields all become keys of the Secret. @default - none */
  readonly dataFrom?: readonly RemoteKey[];
  /** The Secret's content from what was read, in Go's templates: `{{ .password }}`. Only these keys are then in it. @default - as read */
  readonly template?: Readonly<Record<string, string>>;
  /** The Secret's type. @default Opaque */
  readonly type?: string;
  /** Labels of the Secret. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** How often the store is asked, as Go writes it. @default 1h */
  readonly refreshInterval?: string;
  /** The Secret's name, and the object's. @default - the construct's id */
  readonly name?: string;
}

/** An ExternalSecret: a Secret made from what a store holds, and made again when that changes. */
export class ExternalSecret<Key extends string = string> extends Construct implements SecretReference {
  readonly kind = 'ExternalSecret';
  readonly name: string;
  readonly namespace: string;

  constructor(scope: Construct, id: string, props: ExternalSecretProps<Key>) {
    super(scope, `external-secret-${id}`);
    this.name = props.name ?? id;
    this.namespace = findApplication(this)?.namespace ?? '';
    const { store, data, dataFrom, refreshInterval } = props;
    externalSecretsObject(this, this.kind, this.name, {
      refreshInterval: refreshInterval ?? '1h',
      secretStoreRef: { kind: store.kind, name: store.name },
      target: { name: this.name, creationPolicy: 'Owner', deletionPolicy: 'Retain', ...templateOf(props) },
      ...(data
        ? {
            data: Object.entries<RemoteKey>(data).map(([secretKey, key]) => ({ secretKey, remoteRef: remoteRef(key) })),
          }
        : {}),
      ...(dataFrom ? { dataFrom: dataFrom.map((key) => ({ extract: remoteRef(key) })) } : {}),
    });
  }
}

/** With the defaults of External Secrets 2.8, which 2.9 does not add any more. */
function remoteRef(key: RemoteKey): object {
  return { ...key, conversionStrategy: 'Default', decodingStrategy: 'None', metadataPolicy: 'None' };
}

function templateOf({ template, type, labels }: ExternalSecretProps): object {
  if (!template && type === undefined && !labels) return {};
  return {
    template: {
      engineVersion: 'v2',
      mergePolicy: 'Replace',
      ...(type === undefined ? {} : { type }),
      ...(labels ? { metadata: { labels } } : {}),
      ...(template ? { data: template } : {}),
    },
  };
}
