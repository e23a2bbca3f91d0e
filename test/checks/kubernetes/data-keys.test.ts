import { raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const map =
  (data: object): Fill =>
  (app) =>
    raw(app, 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'map' }, data });
const secret =
  (type: string, stringData: object): Fill =>
  (app) => {
    app.allow('secrets/plaintext', 'A test.');
    raw(app, 'secret', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'secret' }, type, stringData });
  };

testRule('kubernetes/data-keys', {
  wrong: [
    ['a path', map({ 'conf/app.yaml': 'x' }), 'has the key "conf/app.yaml"'],
    [
      'half a key pair',
      secret('kubernetes.io/tls', { 'tls.crt': 'x' }),
      'is of type kubernetes.io/tls and has no "tls.key"',
    ],
  ],
  right: { 'a file’s name': map({ 'app.yaml': 'x', _a: 'y' }), 'any keys': secret('Opaque', { a: 'x' }) },
});
