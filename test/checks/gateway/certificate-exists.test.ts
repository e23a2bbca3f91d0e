import { EDGE, gateway, gatewayObject, HTTPS } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const certificate = (ref: object) => [{ ...HTTPS, tls: { mode: 'Terminate', certificateRefs: [ref] } }];

testRule(
  'gateway/certificate-exists',
  {
    wrong: [
      [
        'a Secret that nothing makes',
        (app) => gateway(app, certificate({ name: 'tsl' })),
        'the Secret "tsl", which nothing makes in app. Did you mean "tls"?',
      ],
      [
        'another kind',
        (app) => gateway(app, certificate({ kind: 'ConfigMap', name: 'tls' })),
        'takes its certificate from a ConfigMap',
      ],
      [
        'another namespace',
        (app) => gateway(app, certificate({ name: 'tls', namespace: 'certs' })),
        'from certs, which does not let it',
      ],
    ],
    right: {
      'made by the gateway-shim': (app) =>
        gateway(
          app,
          [{ ...HTTPS, hostname: 'a.example.com', tls: { certificateRefs: [{ name: 'made' }] } }],
          {},
          { 'cert-manager.io/issuer': 'own' },
        ),
      granted: (app) => {
        gateway(app, certificate({ name: 'tls', namespace: 'certs' }));
        gatewayObject(
          app,
          'ReferenceGrant',
          'edge',
          {
            from: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', namespace: 'app' }],
            to: [{ group: '', kind: 'Secret' }],
          },
          { namespace: 'certs' },
        );
      },
    },
  },
  {
    ...EDGE,
    externals: { ...EDGE.externals, secrets: ['app/tls', 'certs/tls'], namespaces: ['certs'], issuers: ['app/own'] },
  },
);
