import { EDGE, policyFor } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const ciphers = (...names: readonly string[]) => policyFor('ClientTrafficPolicy', { tls: { ciphers: names } });

testRule(
  'envoy-gateway/cipher-suites',
  {
    wrong: [
      [
        'a slip',
        ciphers('ECDHE-RSA-AES128-GCM-SHA265'),
        'which Envoy does not know. Did you mean "ECDHE-RSA-AES128-GCM-SHA256"?',
      ],
      ['one of TLS 1.3', ciphers('TLS_AES_128_GCM_SHA256'), 'allows the cipher "TLS_AES_128_GCM_SHA256"'],
    ],
    right: {
      'both namings': ciphers(
        'ECDHE-ECDSA-CHACHA20-POLY1305',
        'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
        'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
        'TLS_RSA_WITH_AES_128_CBC_SHA',
        'AES256-SHA',
      ),
    },
  },
  EDGE,
);
