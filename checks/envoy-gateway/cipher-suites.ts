import { didYouMean } from '../../fleet/did-you-mean';
import { type FieldProblem, listAt, mapAt } from '../fields';
import type { Rule } from '../rule';
import { policiesOf, refused } from './policies';

/** By OpenSSL's names: key exchange and signature, then what each can be used with. */
const SUITES = new Set([
  ...['ECDHE-ECDSA', 'ECDHE-RSA'].flatMap((key) =>
    ['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'CHACHA20-POLY1305', 'AES128-SHA', 'AES256-SHA'].map(
      (c) => `${key}-${c}`,
    ),
  ),
  ...['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'AES128-SHA', 'AES256-SHA'],
]);

/** The same by IANA's names: TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256. */
const IANA = new Set(
  [...SUITES].map((suite) => {
    const [, key = 'RSA', cipher = ''] = /^(?:(ECDHE-\w+)-)?(.+)$/.exec(suite) ?? [];
    const spelled = cipher
      .replace(/^AES(\d+)-SHA$/, 'AES_$1_CBC_SHA')
      .replace(/^AES(\d+)/, 'AES_$1')
      .replace(/POLY1305$/, 'POLY1305_SHA256');
    return `TLS_${key}_WITH_${spelled}`.replaceAll('-', '_');
  }),
);

export const cipherSuites: Rule = {
  id: 'envoy-gateway/cipher-suites',
  holds: 'cipher suites are ones that Envoy knows',
  effect: 'Accepted=False (Invalid): nothing of the policy holds.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/tls.go: validateCipherSuites',
  check(cluster, report) {
    for (const { policy, spec } of policiesOf(cluster, 'ClientTrafficPolicy')) {
      for (const problem of problemsOf(listAt(mapAt(spec, 'tls'), 'ciphers'))) {
        report(policy, refused(cluster, policy, problem));
      }
    }
  },
};

function* problemsOf(ciphers: readonly unknown[]): Iterable<FieldProblem> {
  for (const cipher of ciphers) {
    const name = String(cipher);
    if (SUITES.has(name) || IANA.has(name)) continue;
    const what = `allows the cipher "${name}", which Envoy does not know${didYouMean(name, name.startsWith('TLS_') ? IANA : SUITES)}`;
    yield { at: 'spec.tls.ciphers', what, fix: 'Name one of OpenSSL’s or IANA’s; those of TLS 1.3 cannot be chosen.' };
  }
}
