import { describe } from '../../fleet/object';
import { listenersOf } from '../gateway/listeners';
import type { Rule } from '../rule';
import { CLUSTER_ISSUER_ANNOTATION, certificatesOf, ISSUER_ANNOTATION } from './shapes';

export const shimListener: Rule = {
  id: 'cert-manager/shim-listener',
  holds: 'no Certificate fights with the gateway-shim over a listener’s Secret',
  effect: 'cert-manager skips the listener with an event, or only a line in its log: there is no certificate.',
  source:
    'cert-manager v1.21.1, pkg/controller/certificate-shim/sync.go: validateGatewayListenerBlock, buildCertificates',
  check(cluster, report) {
    const secrets = new Map<string, string>();
    for (const { entry, spec, secret } of certificatesOf(cluster)) {
      // One of the Secret's own name the shim leaves alone, and it is used.
      if (entry.object.metadata.name !== spec.secretName) secrets.set(secret, describe(entry.object));
    }
    for (const { owner, name, label, protocol, tls } of listenersOf(cluster)) {
      const { annotations = {}, namespace } = owner.object.metadata;
      if (annotations[ISSUER_ANNOTATION] === undefined && annotations[CLUSTER_ISSUER_ANNOTATION] === undefined)
        continue;
      if ((protocol !== 'HTTPS' && protocol !== 'TLS') || tls?.mode === 'Passthrough') continue;
      const skipped = (annotations['cert-manager.io/ignore-tls-listeners'] ?? '').split(',').includes(name ?? '');
      if (skipped) continue;
      const [made] = (tls?.certificateRefs ?? []).flatMap((ref) => secrets.get(`${namespace}/${ref.name}`) ?? []);
      if (!made) continue;
      report(owner, {
        message: `${describe(owner.object)}: ${label} keeps its certificate in a Secret that ${made} makes too.`,
        fix: 'Take the Certificate away, or name the listener in `cert-manager.io/ignore-tls-listeners`.',
        section: `spec.listeners[${name}]`,
      });
    }
  },
};
