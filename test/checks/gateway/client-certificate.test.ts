import { EDGE, gateway, HTTP } from '../../helpers/gateway';
import { type Fill, testRule } from '../../helpers/rule';

const shows =
  (ref: object): Fill =>
  (app) =>
    gateway(app, [HTTP], { tls: { backend: { clientCertificateRef: { group: '', kind: 'Secret', ...ref } } } });

testRule(
  'gateway/client-certificate',
  {
    wrong: [
      [
        'a Secret that is not there',
        shows({ name: 'tsl' }),
        'the Secret "tsl", which nothing makes in app. Did you mean "tls"?',
      ],
      ['another kind', shows({ kind: 'ConfigMap', name: 'tls' }), 'shows backends a certificate of ConfigMap "tls"'],
      ['another namespace’s', shows({ name: 'tls', namespace: 'certs' }), 'shows backends a certificate from certs'],
    ],
    right: { 'a Secret': shows({ name: 'tls' }) },
  },
  EDGE,
);
