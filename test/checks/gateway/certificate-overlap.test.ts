import { raw } from '../../helpers/cluster';
import { EDGE, gateway, HTTPS } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const two =
  (...dnsNames: string[]) =>
  (app: Parameters<typeof gateway>[0]) => {
    raw(app, 'certificate', {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: 'site' },
      spec: { secretName: 'site', dnsNames, issuerRef: { name: 'own' } },
    });
    const certificateRefs = [{ name: 'site' }];
    gateway(app, [
      { ...HTTPS, name: 'a', hostname: 'a.example.com', tls: { mode: 'Terminate', certificateRefs } },
      { ...HTTPS, name: 'b', hostname: 'b.example.com' },
    ]);
  };

testRule(
  'gateway/certificate-overlap',
  {
    wrong: [
      [
        'a wildcard beside a host',
        two('*.example.com'),
        'the certificate of listener "a" is good for b.example.com too, which listener "b" serves',
      ],
    ],
    right: { 'its own host': two('a.example.com') },
  },
  { ...EDGE, externals: { ...EDGE.externals, issuers: ['app/own'] } },
);
