import { ConfigMap } from '../../../constructs/kubernetes/config-map';
import { keyPair } from '../../helpers/certificate';
import { EDGE, policyFor } from '../../helpers/gateway';
import type { Fill } from '../../helpers/rule';
import { testRule } from '../../helpers/rule';

const validation =
  (clientValidation: object, data: Record<string, string> = {}): Fill =>
  (app) => {
    new ConfigMap(app, 'ca', { data });
    policyFor('ClientTrafficPolicy', { tls: { clientValidation } })(app);
  };
const ca = (name = 'ca', more: object = {}) => ({
  caCertificateRefs: [{ group: '', kind: 'ConfigMap', name, ...more }],
});
const bundle = { 'ca.crt': keyPair().certificate };

testRule(
  'envoy-gateway/client-validation',
  {
    wrong: [
      ['nobody trusted', validation({ mode: 'VerifyIfGiven' }), 'asks clients for certificates (VerifyIfGiven)'],
      [
        'a bundle that is not there',
        validation(ca('cb'), bundle),
        'trusts the ConfigMap "cb", which nothing makes in app',
      ],
      ['without the key', validation(ca(), { a: 'x', b: 'y' }), 'which has no key "ca.crt": it has a, b'],
      ['no certificate', validation(ca(), { 'ca.crt': 'x' }), 'which holds no certificate that is valid'],
      [
        'one that is over',
        validation(ca(), { 'ca.crt': keyPair('210101').certificate }),
        'no certificate that is valid',
      ],
      [
        'a list that is none',
        validation({ ...ca(), crl: { refs: [{ group: '', kind: 'ConfigMap', name: 'ca' }] } }, bundle),
        'takes revoked certificates from the ConfigMap "ca"',
      ],
    ],
    right: { 'a bundle': validation(ca(), bundle), 'nobody to trust': validation({ mode: 'Request' }) },
  },
  EDGE,
);
