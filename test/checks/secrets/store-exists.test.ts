import { raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';
import { all, VELERO } from '../../helpers/velero';

const external =
  (spec: object): Fill =>
  (app) => {
    raw(app, 'external', {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: 's' },
      spec,
    });
  };
const store =
  (name: string, spec: object = {}, kind = 'SecretStore'): Fill =>
  (app) => {
    raw(app, `store-${name}`, {
      apiVersion: 'external-secrets.io/v1',
      kind,
      metadata: { name },
      spec: { provider: { vault: { server: 'https://v' } }, ...spec },
    });
  };
const DATA = [{ secretKey: 'a', remoteRef: { key: 'k' } }];

testRule(
  'secrets/store-exists',
  {
    wrong: [
      [
        'one that is not there',
        all(store('vault'), external({ secretStoreRef: { name: 'valt' }, data: DATA })),
        'reads from the SecretStore "valt", which nothing makes in app. Did you mean "vault"?',
      ],
      [
        'one of another kind',
        all(store('vault'), external({ secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' }, data: DATA })),
        'reads from the ClusterSecretStore "vault", which nothing makes',
      ],
      [
        'one that it may not use',
        all(
          store('vault', { conditions: [{ namespaces: ['other'] }] }, 'ClusterSecretStore'),
          external({ secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' }, data: DATA }),
        ),
        'which app may not use',
      ],
    ],
    right: {
      'its own': all(store('vault'), external({ secretStoreRef: { name: 'vault' }, data: DATA })),
    },
  },
  VELERO,
);
