import { raw } from '../../helpers/cluster';
import { EDGE, gateway, HTTP, HTTPS } from '../../helpers/gateway';
import { type Fill, testRule } from '../../helpers/rule';

type App = Parameters<Fill>[0];
const acme = (app: App, ...solvers: object[]) =>
  raw(app, 'issuer', {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Issuer',
    metadata: { name: 'own' },
    spec: { acme: { server: 'https://acme.example.com', privateKeySecretRef: { name: 'own-account' }, solvers } },
  });
const http01 = (ref: object) => ({
  http01: { gatewayHTTPRoute: { parentRefs: [{ name: 'edge', namespace: 'app', ...ref }] } },
});
const site =
  (hostname: string, ...solvers: object[]): Fill =>
  (app) => {
    acme(app, ...solvers);
    gateway(app, [HTTP, { ...HTTPS, hostname }], {}, { 'cert-manager.io/issuer': 'own' });
  };

testRule(
  'cert-manager/http01-listener',
  {
    wrong: [
      [
        'a Gateway that is not there',
        site('a.example.com', http01({ name: 'egde' })),
        'challenges go to Gateway app/egde, which nothing makes',
      ],
      [
        'the HTTPS listener',
        site('a.example.com', http01({ sectionName: 'https' })),
        'which does not speak HTTP on port 80',
      ],
      ['a wildcard', site('*.example.com', http01({ sectionName: 'http' })), '*.example.com needs DNS-01'],
      [
        'a namespace that is not let in',
        (app) => {
          acme(app, http01({ sectionName: 'http' }));
          raw(app, 'certificate', {
            apiVersion: 'cert-manager.io/v1',
            kind: 'Certificate',
            metadata: { name: 'site' },
            spec: { secretName: 'site', dnsNames: ['a.example.com'], issuerRef: { name: 'own' } },
          });
          const selector = { matchLabels: { a: 'b' } };
          gateway(app, [{ ...HTTP, allowedRoutes: { namespaces: { from: 'Selector', selector } } }]);
        },
        'challenges for certificates of app go to Gateway app/edge (http), which takes no routes of app',
      ],
    ],
    right: {
      'port 80': site('a.example.com', http01({ sectionName: 'http' })),
      'a wildcard by DNS': site('*.example.com', {
        dns01: { rfc2136: { nameserver: '192.0.2.53' } },
        selector: { dnsZones: ['example.com'] },
      }),
    },
  },
  EDGE,
);
