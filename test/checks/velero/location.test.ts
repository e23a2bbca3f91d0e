import { raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';
import { all, location, schedule, VELERO, velero } from '../../helpers/velero';

testRule(
  'velero/location',
  {
    wrong: [
      [
        'one that is not there',
        schedule({ storageLocation: 'outsde' }),
        'goes to the location "outsde", which is not in app. Did you mean "outside"?',
      ],
      [
        'none, and no default',
        all(
          location({ default: false }),
          velero('Schedule', 'daily', { schedule: '@daily', template: { includedNamespaces: ['app'] } }),
        ),
        'names no location, and no location is the default',
      ],
      [
        'one that is only read',
        all(
          location(),
          location({ accessMode: 'ReadOnly', default: false }, 'other'),
          velero('Schedule', 'daily', {
            schedule: '@daily',
            template: { includedNamespaces: ['app'], storageLocation: 'other' },
          }),
        ),
        'which is only read',
      ],
      ['two defaults', all(location(), location({}, 'other')), 'is the default location, as is'],
      [
        'a Secret that is not there',
        location({ credential: { name: 'clod', key: 'cloud' } }),
        'wants the Secret "clod", which nothing makes in app. Did you mean "cloud"?',
      ],
      [
        'a key that is not there',
        all(location({ credential: { name: 's3', key: 'clud' } }), (app) => {
          raw(app, 's', {
            apiVersion: 'external-secrets.io/v1',
            kind: 'ExternalSecret',
            metadata: { name: 's3' },
            spec: { secretStoreRef: { name: 'store' }, data: [{ secretKey: 'cloud', remoteRef: { key: 'k' } }] },
          });
          raw(app, 'store', {
            apiVersion: 'external-secrets.io/v1',
            kind: 'SecretStore',
            metadata: { name: 'store' },
            spec: { provider: { vault: { server: 'https://v' } } },
          });
        }),
        'wants the key "clud" of the Secret "s3", which has no such key. Did you mean "cloud"?',
      ],
    ],
    right: {
      'the default': schedule(),
      another: all(location(), location({ default: false, accessMode: 'ReadOnly' }, 'prod')),
    },
  },
  VELERO,
);
