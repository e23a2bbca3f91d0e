import { acme, CERT_MANAGER, issuer } from '../../helpers/cert-manager';
import { testRule } from '../../helpers/rule';

const HTTP01 = { http01: { ingress: {} } };

testRule(
  'cert-manager/acme-solvers',
  {
    wrong: [['none', acme(HTTP01, { solvers: [] }), 'asks an ACME server and has no solvers']],
    right: { one: acme(HTTP01), 'none needed': issuer() },
  },
  CERT_MANAGER,
);
