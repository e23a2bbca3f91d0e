import { testRule } from '../../helpers/rule';
import { location, VELERO } from '../../helpers/velero';

testRule(
  'velero/location-config',
  {
    wrong: [
      ['a provider that is none', location({ provider: 'awss' }), 'has the provider "awss". Did you mean "aws"?'],
      [
        'a server without a scheme',
        location({ config: { region: 'eu', s3Url: 's3.example.com' } }),
        'has the s3Url "s3.example.com" without a scheme',
      ],
      ['a folder in the bucket', location({ objectStorage: { bucket: 'backups/oden' } }), 'with a folder in it'],
      [
        'a setting that is none',
        location({ config: { region: 'eu', s3URL: 'https://s3.example.com' } }),
        'has the setting "s3URL", which the plugin does not know. Did you mean "s3Url"?',
      ],
      [
        'a yes that is none',
        location({ config: { region: 'eu', s3ForcePathStyle: 'yes' } }),
        'has s3ForcePathStyle: "yes"',
      ],
      [
        'a checksum that is none',
        location({ config: { region: 'eu', checksumAlgorithm: 'crc32' } }),
        'has the checksumAlgorithm "crc32"',
      ],
      [
        'two keys',
        location({ config: { region: 'eu', kmsKeyId: 'x', customerKeyEncryptionFile: '/y' } }),
        'encrypts by kmsKeyId and customerKeyEncryptionFile',
      ],
      [
        'two authorities',
        location({ objectStorage: { bucket: 'b', caCert: 'x', caCertRef: { name: 'cloud', key: 'ca' } } }),
        'has a caCert and a caCertRef',
      ],
      [
        'a server without a region',
        location({ config: { s3Url: 'https://s3.example.com' } }),
        'names a server and no region',
      ],
    ],
    right: {
      'S3 of somebody else': location({
        config: { region: 'eu', s3Url: 'https://s3.example.com', s3ForcePathStyle: 'true', checksumAlgorithm: '' },
      }),
      'another provider': location({ provider: 'gcp', config: { kmsKeyName: 'x' } }),
    },
  },
  VELERO,
);
