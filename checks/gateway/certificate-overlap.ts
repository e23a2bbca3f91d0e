import { describe } from '../../fleet/object';
import { certificatesOf } from '../cert-manager/shapes';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { certifies } from './hostnames';
import { listenersOf } from './listeners';

export const certificateOverlap: Rule = {
  id: 'gateway/certificate-overlap',
  holds: 'warns where two certificates on one port are good for the same host',
  severity: 'warning',
  effect:
    'HTTP/2 is switched off for the listeners (OverlappingTLSConfig): a browser could otherwise send to the wrong one.',
  source:
    'Gateway API v1.6.1, GEP-3567; Envoy Gateway v1.9.0, internal/gatewayapi/listener.go: OverlappingCertificates',
  check(cluster, report) {
    const names = new Map(certificatesOf(cluster).map(({ secret, spec }) => [secret, spec.dnsNames ?? []]));
    const secure = listenersOf(cluster).filter(({ protocol, tls }) => protocol === 'HTTPS' && tls);
    for (const [gateway, listeners] of groupBy(secure, (l) => l.gateway ?? l.owner)) {
      for (const [i, listener] of listeners.entries()) {
        for (const ref of listener.tls?.certificateRefs ?? []) {
          const key = `${ref.namespace ?? listener.owner.object.metadata.namespace}/${ref.name}`;
          const other = listeners.find(
            (l, j) =>
              j !== i &&
              l.port === listener.port &&
              l.hostname &&
              l.hostname !== listener.hostname &&
              names.get(key)?.some((name) => certifies(name, l.hostname ?? '')),
          );
          if (!other) continue;
          report(gateway, {
            message: `${describe(gateway.object)}: the certificate of ${listener.label} is good for ${other.hostname} too, which ${other.label} serves.`,
            fix: 'Give each listener a certificate for its own hosts, or put both hosts behind one listener.',
            section: `spec.listeners[${listener.name}].tls`,
          });
        }
      }
    }
  },
};
