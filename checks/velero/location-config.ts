import { didYouMean, sentence } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { type LocationSpec, STORAGE_LOCATION } from './shapes';

/** What the plugin reads. Source: velero-plugin-for-aws v1.14, object_store.go. */
const AWS_KEYS = [
  ...['region', 's3Url', 'publicUrl', 'kmsKeyId', 'customerKeyEncryptionFile', 'customerKeyEncryptionSecret'],
  ...['s3ForcePathStyle', 'signatureVersion', 'credentialsFile', 'profile', 'serverSideEncryption'],
  ...['insecureSkipTLSVerify', 'enableSharedConfig', 'tagging', 'checksumAlgorithm'],
];
const PROVIDERS = ['aws', 'gcp', 'azure'];
const BOOLEANS = ['s3ForcePathStyle', 'insecureSkipTLSVerify'];
const CHECKSUMS = ['', 'CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'];
const ENCRYPTION = ['kmsKeyId', 'customerKeyEncryptionFile', 'customerKeyEncryptionSecret'];

export const locationConfig: Rule = {
  id: 'velero/location-config',
  holds: 'a location’s settings are ones that its plugin knows',
  category: 'schema',
  effect: 'The location is Unavailable: the plugin refuses its settings, and nothing is saved.',
  source: 'Velero v1.18.1, pkg/plugin/framework/validation.go, internal/storage; velero-plugin-for-aws v1.14',
  check(cluster, report) {
    for (const entry of cluster.ofKind(STORAGE_LOCATION)) {
      const { provider, config = {}, objectStorage } = specOf<LocationSpec>(entry);
      const say = (what: string, fix: string, section: string) =>
        report(entry, { message: `${describe(entry.object)} ${sentence(what)}`, fix, section });
      const bucket = objectStorage?.bucket ?? '';
      if (bucket.replace(/^\/|\/$/g, '').includes('/')) {
        say(
          `has the bucket "${bucket}" with a folder in it`,
          'Write the folder as `prefix`.',
          'spec.objectStorage.bucket',
        );
      }
      if (objectStorage?.caCert && objectStorage.caCertRef) {
        say('has a caCert and a caCertRef', 'Keep the caCertRef.', 'spec.objectStorage');
      }
      if (provider && !provider.includes('/') && !PROVIDERS.includes(provider)) {
        say(
          `has the provider "${provider}"${didYouMean(provider, PROVIDERS)}`,
          'A plugin by its full name, or aws, gcp, azure.',
          'spec.provider',
        );
      }
      if (provider !== 'aws' && provider !== 'velero.io/aws') continue;
      for (const key of Object.keys(config)) {
        if (AWS_KEYS.includes(key)) continue;
        say(
          `has the setting "${key}", which the plugin does not know${didYouMean(key, AWS_KEYS)}`,
          `One of ${AWS_KEYS.join(', ')}.`,
          `spec.config.${key}`,
        );
      }
      for (const key of BOOLEANS) {
        const value = config[key];
        if (typeof value !== 'string' || /^(?:1|0|t|f|true|false|T|F|TRUE|FALSE|True|False)$/.test(value)) continue;
        say(`has ${key}: "${value}"`, '"true" or "false".', `spec.config.${key}`);
      }
      const checksum = config['checksumAlgorithm'];
      if (typeof checksum === 'string' && !CHECKSUMS.includes(checksum)) {
        say(
          `has the checksumAlgorithm "${checksum}"${didYouMean(checksum, CHECKSUMS)}`,
          `One of ${CHECKSUMS.map((c) => `"${c}"`).join(', ')}.`,
          'spec.config.checksumAlgorithm',
        );
      }
      const ways = ENCRYPTION.filter((key) => config[key]);
      if (ways.length > 1) say(`encrypts by ${ways.join(' and ')}`, 'Keep one.', 'spec.config');
      const url = config['s3Url'];
      if (typeof url === 'string' && url !== '' && !/^https?:\/\//.test(url)) {
        say(`has the s3Url "${url}" without a scheme`, `"https://${url}".`, 'spec.config.s3Url');
      }
      if (config['s3Url'] && !config['region'])
        say('names a server and no region', 'Any text that the server takes: us-east-1.', 'spec.config.region');
    }
  },
};
