import { ConfigMap } from '../../../constructs/kubernetes/config-map';
import { EDGE, policyFor } from '../../helpers/gateway';
import type { Fill } from '../../helpers/rule';
import { testRule } from '../../helpers/rule';

const remote = { remoteJWKS: { uri: 'https://login.example.com/keys' } };
const providers =
  (...list: readonly object[]): Fill =>
  (app) => {
    new ConfigMap(app, 'keys', { data: { jwks: '{}' } });
    policyFor('SecurityPolicy', { jwt: { providers: list } })(app);
  };
const local = (name: string) => ({
  name: 'a',
  localJWKS: { type: 'ValueRef', valueRef: { group: '', kind: 'ConfigMap', name } },
});

testRule(
  'envoy-gateway/jwt-provider',
  {
    wrong: [
      ['one name twice', providers({ name: 'a', ...remote }, { name: 'a', ...remote }), 'has two JWT providers "a"'],
      [
        'an issuer that is none',
        providers({ name: 'a', issuer: 'a@', ...remote }),
        'expects tokens of the issuer "a@"',
      ],
      [
        'keys from nowhere',
        providers({ name: 'a', remoteJWKS: { uri: 'login' } }),
        'takes the keys of "a" from "login", which is no URI',
      ],
      ['keys that are not there', providers(local('kyes')), 'which nothing makes in app. Did you mean "keys"?'],
      [
        'a claim without its header',
        providers({ name: 'a', ...remote, claimToHeaders: [{ claim: 'sub', header: '' }] }),
        'copies a claim of "a" into a header',
      ],
    ],
    right: {
      'keys of a server': providers({ name: 'a', issuer: 'https://login.example.com', ...remote }),
      'keys of a ConfigMap': providers(local('keys')),
    },
  },
  EDGE,
);
