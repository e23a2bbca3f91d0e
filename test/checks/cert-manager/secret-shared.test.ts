import { CERT_MANAGER, certificate } from '../../helpers/cert-manager';
import { raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const two =
  (secretName: string): Fill =>
  (app, cluster) => {
    certificate()(app, cluster);
    raw(app, 'second', {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: 'second' },
      spec: { secretName, dnsNames: ['b.example.com'], issuerRef: { kind: 'Issuer', name: 'issuer' } },
    });
  };

testRule(
  'cert-manager/secret-shared',
  {
    wrong: [['one for two', two('web-tls'), 'writes the Secret "web-tls", which Certificate app/web writes']],
    right: { 'one each': two('second-tls') },
  },
  CERT_MANAGER,
);
