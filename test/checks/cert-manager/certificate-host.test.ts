import { raw } from '../../helpers/cluster';
import { EDGE, gateway, HTTPS } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const serves =
  (hostname: string, ...dnsNames: string[]) =>
  (app: Parameters<typeof gateway>[0]) => {
    raw(app, 'certificate', {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: 'site' },
      spec: { secretName: 'tls', dnsNames, issuerRef: { name: 'own' } },
    });
    gateway(app, [{ ...HTTPS, hostname }]);
  };

testRule(
  'cert-manager/certificate-host',
  {
    wrong: [
      [
        'another name',
        serves('a.example.com', 'b.example.com'),
        'serves a.example.com, and its certificate is for b.example.com',
      ],
      [
        'two labels below a wildcard',
        serves('a.b.example.com', '*.example.com'),
        'its certificate is for *.example.com',
      ],
    ],
    right: {
      'its name': serves('a.example.com', 'b.example.com', 'a.example.com'),
      'a wildcard': serves('a.example.com', '*.example.com'),
      'a wildcard for a wildcard': serves('*.example.com', '*.example.com'),
    },
  },
  { ...EDGE, externals: { ...EDGE.externals, issuers: ['app/own'] } },
);
