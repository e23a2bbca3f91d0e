import { raw } from '../../helpers/cluster';
import { EDGE, policyFor } from '../../helpers/gateway';
import type { Fill } from '../../helpers/rule';
import { testRule } from '../../helpers/rule';

const basic = (name: string) => policyFor('SecurityPolicy', { basicAuth: { users: { name } } });
const users =
  (stringData: object): Fill =>
  (app) => {
    raw(app, 'users', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'users' }, stringData });
    app.allow('secrets/plaintext', 'A test.');
    basic('users')(app);
  };

testRule(
  'envoy-gateway/login-secret',
  {
    wrong: [
      ['a Secret that is not there', basic('tsl'), 'which nothing makes in app. Did you mean "tls"?'],
      ['without the key', users({ htpasswd: 'x' }), 'the Secret "users", which has "htpasswd" and no ".htpasswd"'],
      ['another hash', users({ '.htpasswd': 'eve:$apr1$x$y' }), 'whose entry of "eve" is no SHA-1'],
      [
        'another namespace’s',
        policyFor('SecurityPolicy', {
          apiKeyAuth: { credentialRefs: [{ name: 'tls', namespace: 'certs' }], extractFrom: [{ headers: ['x-key'] }] },
        }),
        'takes logins from the Secret "tls" of certs, which does not let it',
      ],
    ],
    right: {
      'one that is there': basic('tls'),
      users: users({ '.htpasswd': 'eve:{SHA}qUqP5cyxm6YcTAhz05Hph5gvu9M=\n' }),
    },
  },
  EDGE,
);
