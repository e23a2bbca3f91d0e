import { deployment, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const withSecret = (name: string, optional?: boolean) =>
  deployment('web', { container: { env: [{ name: 'A', valueFrom: { secretKeyRef: { name, key: 'k', optional } } }] } });

testRule(
  'kubernetes/secret-exists',
  {
    wrong: [
      [
        'a Secret that nothing makes',
        (app) => void raw(app, 'd', withSecret('outsid')),
        'uses the Secret "outsid", which nothing makes in app. Did you mean "outside"?',
      ],
      [
        'a pull secret',
        (app) => void raw(app, 'd', deployment('web', { spec: { imagePullSecrets: [{ name: 'pull' }] } })),
        'uses the Secret "pull"',
      ],
      [
        'a volume',
        (app) =>
          void raw(app, 'd', deployment('web', { spec: { volumes: [{ name: 'v', secret: { secretName: 'tls' } }] } })),
        'uses the Secret "tls"',
      ],
      [
        'a key that an ExternalSecret does not make',
        (app) => {
          raw(app, 'e', {
            apiVersion: 'external-secrets.io/v1',
            kind: 'ExternalSecret',
            metadata: { name: 'es' },
            spec: { data: [{ secretKey: 'kk', remoteRef: { key: 'x' } }] },
          });
          raw(app, 'd', withSecret('es'));
        },
        'uses the key "k" of the Secret "es", which has no such key. Did you mean "kk"?',
      ],
    ],
    right: {
      external: (app) => void raw(app, 'd', withSecret('outside')),
      optional: (app) => void raw(app, 'd', withSecret('none', true)),
      'made by an ExternalSecret': (app) => {
        raw(app, 'e', {
          apiVersion: 'external-secrets.io/v1',
          kind: 'ExternalSecret',
          metadata: { name: 'es' },
          spec: { target: { name: 'made' }, dataFrom: [{ extract: { key: 'k' } }] },
        });
        raw(app, 'd', withSecret('made'));
      },
    },
  },
  { externals: { secrets: ['app/outside'], kinds: ['external-secrets.io/ExternalSecret'] } },
);
