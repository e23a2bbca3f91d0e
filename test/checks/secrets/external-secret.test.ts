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
  'secrets/external-secret',
  {
    wrong: [
      [
        'days',
        all(store('vault'), external({ secretStoreRef: { name: 'vault' }, data: DATA, refreshInterval: '1d' })),
        'is refreshed every "1d", which is no duration of Go',
      ],
      ['nothing', all(store('vault'), external({ secretStoreRef: { name: 'vault' } })), 'reads nothing'],
      [
        'what it does not own',
        all(
          store('vault'),
          external({
            secretStoreRef: { name: 'vault' },
            data: DATA,
            target: { creationPolicy: 'Merge', deletionPolicy: 'Delete' },
          }),
        ),
        'deletes a Secret that it does not own',
      ],
      [
        'a key twice',
        all(store('vault'), external({ secretStoreRef: { name: 'vault' }, data: [...DATA, ...DATA] })),
        'has the key "a" twice',
      ],
      [
        'two ways',
        all(
          store('vault'),
          external({ secretStoreRef: { name: 'vault' }, dataFrom: [{ extract: { key: 'a' }, find: {} }] }),
        ),
        'extracts, finds or generates in one item',
      ],
    ],
    right: {
      'as it should be': all(store('vault'), external({ secretStoreRef: { name: 'vault' }, data: DATA })),
    },
  },
  VELERO,
);
