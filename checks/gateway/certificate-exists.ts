import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { secretNames, secretsOf } from '../secrets-of';
import { isGranted } from './grants';
import { listenersOf, unprogrammed } from './listeners';

export const certificateExists: Rule = {
  id: 'gateway/certificate-exists',
  holds: 'a listener’s certificate is a TLS Secret that something makes, in reach',
  reason: 'InvalidCertificateRef',
  category: 'reference',
  effect:
    'The listener is not programmed: InvalidCertificateRef or RefNotPermitted; Argo CD shows the Gateway as Degraded.',
  source: 'Gateway API v1.6.1, ListenerTLSConfig; Envoy Gateway v1.9.0, internal/gatewayapi/validate.go',
  check(cluster, report) {
    const known = secretsOf(cluster);
    for (const { owner, name, label, tls } of listenersOf(cluster)) {
      const home = owner.object.metadata.namespace ?? '';
      for (const ref of tls?.certificateRefs ?? []) {
        const namespace = ref.namespace ?? home;
        const section = `spec.listeners[${name}].tls.certificateRefs`;
        if ((ref.kind ?? 'Secret') !== 'Secret' || (ref.group ?? '') !== '') {
          report(owner, {
            message: `${describe(owner.object)}: ${label} takes its certificate from a ${ref.kind}.`,
            fix: 'Name a Secret of type kubernetes.io/tls.',
            also: unprogrammed(owner),
            section,
          });
        } else if (
          namespace !== home &&
          !isGranted(cluster, owner, { group: '', kind: 'Secret', namespace, name: ref.name ?? '' })
        ) {
          report(owner, {
            message: `${describe(owner.object)}: ${label} takes its certificate from ${namespace}, which does not let it.`,
            fix: `Add a ReferenceGrant in ${namespace} from ${owner.object.kind} to the Secret; a listener made by addHttpsListener brings it.`,
            reason: 'RefNotPermitted',
            also: unprogrammed(owner),
            section,
          });
        } else if (!known.has(`${namespace}/${ref.name}`)) {
          const there = secretNames(cluster, namespace);
          report(owner, {
            message: `${describe(owner.object)}: ${label} takes its certificate from the Secret "${ref.name}", which nothing makes in ${namespace}.${didYouMean(ref.name ?? '', there)}`,
            fix: 'Give the Gateway an `issuer` and the listener a hostname, make a Certificate, or declare the Secret by `external("Secret", …)`.',
            also: unprogrammed(owner),
            section,
          });
        }
      }
    }
  },
};
