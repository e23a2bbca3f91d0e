import { raw } from '../../helpers/cluster';
import { EDGE, gateway } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const issuer = (app: Parameters<typeof gateway>[0], kind = 'Issuer') =>
  raw(app, 'issuer', { apiVersion: 'cert-manager.io/v1', kind, metadata: { name: 'own' }, spec: { selfSigned: {} } });
const certificate = (issuerRef: object) => (app: Parameters<typeof gateway>[0]) => {
  issuer(app);
  raw(app, 'certificate', {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name: 'site' },
    spec: { secretName: 'site', dnsNames: ['a.example.com'], issuerRef },
  });
};

testRule(
  'cert-manager/issuer-exists',
  {
    wrong: [
      [
        'an issuer that is not there',
        certificate({ name: 'onw' }),
        'the Issuer "onw", which nothing makes in app. Did you mean "own"?',
      ],
      [
        'of another kind',
        certificate({ kind: 'ClusterIssuer', name: 'own' }),
        'the ClusterIssuer "own", which nothing makes',
      ],
      [
        'a Gateway’s',
        (app) => gateway(app, undefined, {}, { 'cert-manager.io/cluster-issuer': 'x' }),
        'Gateway app/edge wants certificates of the ClusterIssuer "x"',
      ],
      [
        'both',
        (app) => {
          issuer(app);
          gateway(app, undefined, {}, { 'cert-manager.io/issuer': 'own', 'cert-manager.io/cluster-issuer': 'own' });
        },
        'names an Issuer and a ClusterIssuer',
      ],
    ],
    right: {
      there: certificate({ name: 'own' }),
      'a kind of its own': (app) =>
        gateway(
          app,
          undefined,
          {},
          { 'cert-manager.io/issuer': 'x', 'cert-manager.io/issuer-group': 'awspca.cert-manager.io' },
        ),
      'a Gateway’s': (app) => {
        issuer(app, 'ClusterIssuer');
        gateway(app, undefined, {}, { 'cert-manager.io/cluster-issuer': 'own' });
      },
    },
  },
  EDGE,
);
