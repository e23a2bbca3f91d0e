import { raw } from '../../helpers/cluster';
import { EDGE, gateway, HTTPS } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const shim =
  (listener: object, annotations: object = {}) =>
  (app: Parameters<typeof gateway>[0]) =>
    gateway(
      app,
      [{ ...HTTPS, hostname: 'a.example.com', ...listener }],
      {},
      { 'cert-manager.io/issuer': 'own', ...annotations },
    );
const certificate = (app: Parameters<typeof gateway>[0]) =>
  raw(app, 'certificate', {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name: 'site' },
    spec: { secretName: 'tls', dnsNames: ['a.example.com'], issuerRef: { name: 'own' } },
  });

testRule(
  'cert-manager/shim-listener',
  {
    wrong: [
      [
        'a Certificate of its own',
        (app) => {
          certificate(app);
          shim({})(app);
        },
        'keeps its certificate in a Secret that Certificate app/site makes too',
      ],
    ],
    right: {
      'made by the shim': shim({}),
      'left to the Certificate': (app) => {
        certificate(app);
        shim({}, { 'cert-manager.io/ignore-tls-listeners': 'https' })(app);
      },
    },
  },
  { ...EDGE, externals: { ...EDGE.externals, issuers: ['app/own'] } },
);
