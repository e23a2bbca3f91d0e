import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { type Listener, listenersOf } from './listeners';

export const listenerTls: Rule = {
  id: 'gateway/listener-tls',
  holds: 'listeners have TLS settings and hosts where their protocol wants them, and only there',
  reason: 'Invalid',
  category: 'schema',
  effect: 'The API server refuses the Gateway, or the listener is Programmed=False with reason Invalid.',
  source: 'Gateway API v1.6.1, config/crd; Envoy Gateway v1.9.0, internal/gatewayapi/listener.go',
  check(cluster, report) {
    for (const listener of listenersOf(cluster)) {
      const problem = problemOf(listener);
      if (!problem) continue;
      report(listener.owner, {
        message: `${describe(listener.owner.object)}: ${listener.label} ${problem[0]}.`,
        fix: problem[1],
        section: `spec.listeners[${listener.name}]`,
      });
    }
  },
};

function problemOf({ protocol, tls, hostname }: Listener): readonly [string, string] | undefined {
  const mode = tls?.mode ?? 'Terminate';
  const certificates = tls?.certificateRefs?.length ?? 0;
  if (protocol === 'HTTP' || protocol === 'TCP' || protocol === 'UDP') {
    if (tls)
      return [
        `speaks ${protocol}, and has TLS settings`,
        `Take \`tls\` away, or choose ${protocol === 'HTTP' ? 'HTTPS' : 'TLS'}.`,
      ];
    if (protocol !== 'HTTP' && hostname)
      return [`speaks ${protocol}, and has a hostname`, `Take the hostname away: ${protocol} does not know it.`];
    return undefined;
  }
  if (protocol !== 'HTTPS' && protocol !== 'TLS') return undefined;
  if (!tls) return [`speaks ${protocol}, and has no TLS settings`, 'Add `tls` with a certificate.'];
  if (mode === 'Passthrough') {
    if (protocol === 'HTTPS')
      return ['speaks HTTPS, and passes it through', 'Use protocol TLS and a TLSRoute, or end the encryption here.'];
    return certificates > 0
      ? ['passes TLS through, and has a certificate', 'Take the certificate away: the backend has one.']
      : undefined;
  }
  if (certificates === 0 && !tls.options) return ['has no certificate', 'Add `certificateRefs` with a TLS Secret.'];
  return undefined;
}
