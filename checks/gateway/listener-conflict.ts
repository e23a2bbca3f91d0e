import { describe } from '../../fleet/object';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { type Listener, listenersOf } from './listeners';

export const listenerConflict: Rule = {
  id: 'gateway/listener-conflict',
  effect: 'The listeners are not programmed: ProtocolConflict or HostnameConflict, for all that take part.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/validate.go: validateConflictedLayer7Listeners, …Layer4Listeners',
  check(cluster, report) {
    const byGateway = groupBy(listenersOf(cluster), (listener) => listener.gateway ?? listener.owner);
    for (const [gateway, listeners] of byGateway) {
      const conflict = (text: string, fix: string, port: string) =>
        report(gateway, {
          message: `${describe(gateway.object)}: ${text}.`,
          fix,
          section: `spec.listeners (port ${port})`,
        });
      for (const [port, same] of groupBy(listeners, (l) => `${l.port}/${l.protocol === 'UDP' ? 'UDP' : 'TCP'}`)) {
        const families = new Set(same.map(familyOf));
        const names = same.map(({ name }) => `"${name}"`).join(', ');
        if (families.size > 1) {
          conflict(
            `listeners ${names} speak different protocols on port ${port}`,
            'Give each protocol a port of its own; HTTPS and TLS may share one.',
            port,
          );
          continue;
        }
        const family = [...families][0];
        if ((family === 'TCP' || family === 'UDP') && same.length > 1) {
          conflict(`listeners ${names} both want all of port ${port}`, 'Give each a port of its own.', port);
          continue;
        }
        // HTTPS and TLS that differ in protocol may still have one host.
        for (const [host, rivals] of groupBy(same, (l) => l.hostname || '*')) {
          if (rivals.length < 2 || new Set(rivals.map((l) => l.protocol)).size === 1) continue;
          conflict(
            `listeners ${rivals.map(({ name }) => `"${name}"`).join(', ')} both want ${host} on port ${port}`,
            'Give each a host of its own.',
            port,
          );
        }
      }
    }
  },
};

/** Protocols that can share a port: what begins with a TLS greeting is told apart by its host. */
function familyOf({ protocol = '' }: Listener): string {
  return protocol === 'HTTPS' || protocol === 'TLS' ? 'TLS' : protocol;
}
