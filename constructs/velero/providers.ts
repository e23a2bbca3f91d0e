import type { SecretReference } from '../secrets/secret-reference';

/** The plugins of Velero's own makers, with the releases that go with Velero 1.18. */
export type Plugin = 'aws' | 'gcp' | 'azure';

/** Where backups go: a bucket, and who speaks to it. */
export interface ObjectStorage {
  readonly plugin: Plugin;
  /** What a location calls it. */
  readonly provider: 'aws' | 'gcp' | 'azure';
  readonly bucket: string;
  readonly prefix?: string;
  readonly config?: Readonly<Record<string, string>>;
  readonly caCertRef?: { readonly name: string; readonly key: string };
  readonly credential?: Credential;
}

/** A key of a Secret in Velero's namespace. */
export interface Credential {
  readonly secret: SecretReference;
  /** @default cloud */
  readonly key?: string;
}

interface BucketProps {
  readonly bucket: string;
  /** A folder in the bucket, where several clusters share it. @default - none */
  readonly prefix?: string;
  /** A file in the form of the provider's own tools. @default - what the machine or the service account may do */
  readonly credential?: Credential;
}

export interface S3Props extends BucketProps {
  readonly region: string;
  /** For anything but AWS: `https://s3.example.com`. @default - AWS */
  readonly url?: string;
  /** `<url>/<bucket>` rather than `<bucket>.<url>`. @default - where there is a url */
  readonly forcePathStyle?: boolean;
  /** What new checksums to send; older servers refuse them, and want an empty text. @default - the plugin's, CRC32 */
  readonly checksumAlgorithm?: '' | 'CRC32' | 'CRC32C' | 'SHA1' | 'SHA256';
  /** The certificate authority of the server: a key of a Secret in Velero's namespace. @default - the public ones */
  readonly caCert?: { readonly secret: SecretReference; readonly key: string };
}

/** S3, of AWS or of anybody else. Source: vmware-tanzu/velero-plugin-for-aws, backupstoragelocation.md. */
export function s3(props: S3Props): ObjectStorage {
  const { bucket, prefix, credential, region, url, caCert, checksumAlgorithm } = props;
  const pathStyle = props.forcePathStyle ?? url !== undefined;
  return {
    plugin: 'aws',
    provider: 'aws',
    bucket,
    prefix,
    credential,
    ...(caCert ? { caCertRef: { name: caCert.secret.name, key: caCert.key } } : {}),
    config: {
      region,
      ...(url === undefined ? {} : { s3Url: url }),
      ...(pathStyle ? { s3ForcePathStyle: 'true' } : {}),
      ...(checksumAlgorithm === undefined ? {} : { checksumAlgorithm }),
    },
  };
}

/** Google Cloud Storage. */
export function googleStorage(props: BucketProps & { readonly serviceAccount?: string }): ObjectStorage {
  const { serviceAccount, ...common } = props;
  const config = serviceAccount === undefined ? {} : { config: { serviceAccount } };
  return { plugin: 'gcp', provider: 'gcp', ...common, ...config };
}

export interface AzureBlobProps extends BucketProps {
  readonly resourceGroup: string;
  readonly storageAccount: string;
  readonly subscriptionId?: string;
}

/** Azure Blob Storage; the bucket is a container. */
export function azureBlob(props: AzureBlobProps): ObjectStorage {
  const { resourceGroup, storageAccount, subscriptionId, ...common } = props;
  return {
    plugin: 'azure',
    provider: 'azure',
    ...common,
    config: { resourceGroup, storageAccount, ...(subscriptionId === undefined ? {} : { subscriptionId }) },
  };
}
