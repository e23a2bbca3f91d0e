import { describe } from '../../fleet/object';
import { keyValues } from '../key-values';
import { keyPairProblem } from '../pem';
import type { Rule } from '../rule';
import { listenersOf, unprogrammed } from './listeners';

export const certificatePair: Rule = {
  id: 'gateway/certificate-pair',
  holds: 'a certificate that stands in git is one, is valid, and has its own key',
  reason: 'InvalidCertificateRef',
  category: 'reference',
  effect: 'The listener is not programmed: InvalidCertificateRef.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/tls.go: parseCertsFromTLSSecretsData',
  check(cluster, report) {
    for (const { owner, name, label, tls } of listenersOf(cluster)) {
      for (const ref of tls?.certificateRefs ?? []) {
        const namespace = ref.namespace ?? owner.object.metadata.namespace ?? '';
        // Only a Secret that stands in git shows what is in it.
        const values = keyValues(cluster, 'Secret', namespace, ref.name ?? '');
        const wrong = values && keyPairProblem(values.get('tls.crt') ?? '', values.get('tls.key') ?? '');
        if (!wrong) continue;
        report(owner, {
          message: `${describe(owner.object)}: ${label} takes its certificate from the Secret ${namespace}/${ref.name}, and ${wrong}.`,
          fix: 'Put a certificate in PEM under `tls.crt` and its own key under `tls.key`; better, let cert-manager make both.',
          also: unprogrammed(owner),
          section: `spec.listeners[${name}].tls.certificateRefs`,
        });
      }
    }
  },
};
