import { ConfigMap } from '../../../constructs/kubernetes/config-map';
import { raw } from '../../helpers/cluster';
import { EDGE, policyFor } from '../../helpers/gateway';
import { type Fill, testRule } from '../../helpers/rule';

const script =
  (name: string, data: Record<string, string> = { lua: 'function envoy_on_response(h) end' }): Fill =>
  (app) => {
    new ConfigMap(app, 'script', { data });
    const valueRef = { group: '', kind: 'ConfigMap', name };
    policyFor('EnvoyExtensionPolicy', { lua: [{ type: 'ValueRef', valueRef }] })(app);
  };

const pulled = (pullSecretRef: object) =>
  policyFor('EnvoyExtensionPolicy', {
    wasm: [{ code: { type: 'Image', image: { url: 'registry.example.com/filter:1.0.0', pullSecretRef } } }],
  });

const withSecret =
  (stringData: object): Fill =>
  (app) => {
    raw(app, 'pull', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'pull' }, stringData });
    app.allow('secrets/plaintext', 'A test.');
    pulled({ name: 'pull' })(app);
  };

testRule(
  'envoy-gateway/extension-code',
  {
    wrong: [
      ['a script that is not there', script('scirpt'), 'which nothing makes in app. Did you mean "script"?'],
      ['a script that is empty', script('script', {}), 'which holds nothing'],
      [
        'a Secret that is not there',
        pulled({ name: 'tsl' }),
        'pulls with the Secret "tsl", which nothing makes in app',
      ],
      ['a Secret of another kind', withSecret({ password: 'x' }), 'which has "password" and no ".dockerconfigjson"'],
      ['another namespace’s', pulled({ name: 'tls', namespace: 'certs' }), 'of certs, which does not let it'],
    ],
    right: {
      'a script': script('script'),
      'a script under another key': script('script', { 'filter.lua': 'x' }),
      'a Secret to pull with': withSecret({ '.dockerconfigjson': '{}' }),
    },
  },
  EDGE,
);
