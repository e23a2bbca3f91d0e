import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { KINDS_BY_PROTOCOL, type Listener, listenersOf, unprogrammed } from './listeners';
import { GATEWAY } from './shapes';

export const listenerConflict: Rule = {
  id: 'gateway/listener-conflict',
  holds: 'listeners of a Gateway do not fight over a port or a host',
  reason: 'ProtocolConflict',
  effect: 'The listeners are not programmed: ProtocolConflict or HostnameConflict.',
  source:
    'Envoy Gateway v1.9.0, internal/gatewayapi/validate.go: validateConflictedLayer7Listeners, …Layer4Listeners; Gateway API v1.6.1, ListenerSet: precedence',
  check(cluster, report) {
    const byGateway = groupBy(listenersOf(cluster), (listener) => listener.gateway ?? listener.owner);
    for (const listeners of byGateway.values()) {
      // A protocol that nobody speaks is told by gateway/listener-routes.
      const spoken = listeners.filter(({ protocol = '' }) => KINDS_BY_PROTOCOL[protocol]);
      for (const [port, same] of groupBy(spoken, (l) => `${l.port}/${l.protocol === 'UDP' ? 'UDP' : 'TCP'}`)) {
        // What a Gateway has itself comes before its ListenerSets', and these go by their names.
        let accepted: readonly Listener[] = [];
        for (const [owner, own] of [...groupBy(same, (listener) => listener.owner)].sort(byPrecedence)) {
          const conflict = conflictOf(own, accepted, port);
          accepted = [...accepted, ...own.filter((listener) => !conflict?.losers.includes(listener))];
          if (!conflict) continue;
          const { text, fix, reason } = conflict;
          const section = `spec.listeners (port ${port})`;
          report(owner, {
            message: `${describe(owner.object)}: ${text}.`,
            fix,
            reason,
            section,
            also: unprogrammed(owner),
          });
        }
      }
    }
  },
};

interface Conflict {
  readonly losers: readonly Listener[];
  readonly text: string;
  readonly fix: string;
  readonly reason: 'ProtocolConflict' | 'HostnameConflict';
}

/** What keeps an owner's listeners of a port from being programmed, beside those that came before. */
function conflictOf(own: readonly Listener[], accepted: readonly Listener[], port: string): Conflict | undefined {
  const all = [...accepted, ...own];
  const families = new Set(all.map(familyOf));
  if (families.size > 1) {
    return {
      losers: own,
      text: `listeners ${namesOf(all, own)} speak different protocols on port ${port}`,
      fix: 'Give each protocol a port of its own; HTTPS and TLS may share one.',
      reason: 'ProtocolConflict',
    };
  }
  const [family] = families;
  if ((family === 'TCP' || family === 'UDP') && all.length > 1) {
    return {
      losers: own,
      text: `listeners ${namesOf(all, own)} both want all of port ${port}`,
      fix: 'Give each a port of its own.',
      reason: 'ProtocolConflict',
    };
  }
  for (const [host, rivals] of groupBy(all, (listener) => listener.hostname || '*')) {
    const losers = own.filter((listener) => rivals.includes(listener));
    // One owner's two of one protocol and host are told by gateway/listener-unique.
    const isOne = new Set(rivals.map(({ protocol, owner }) => `${protocol}/${owner.path}`)).size === 1;
    if (losers.length === 0 || rivals.length < 2 || isOne) continue;
    return {
      losers,
      text: `listeners ${namesOf(rivals, own)} both want ${host} on port ${port}`,
      fix: 'Give each a host of its own.',
      reason: 'HostnameConflict',
    };
  }
  return undefined;
}

/** Listeners by their names; those of others with their owner's. */
function namesOf(listeners: readonly Listener[], own: readonly Listener[]): string {
  return listeners
    .map((listener) =>
      own.includes(listener) ? `"${listener.name}"` : `"${listener.name}" of ${describe(listener.owner.object)}`,
    )
    .join(', ');
}

function byPrecedence([a]: readonly [Entry, unknown], [b]: readonly [Entry, unknown]): number {
  const key = ({ object }: Entry) =>
    `${object.kind === GATEWAY_KIND ? 0 : 1}/${object.metadata.namespace ?? ''}/${object.metadata.name}`;
  return key(a) < key(b) ? -1 : 1;
}

const GATEWAY_KIND = GATEWAY.slice(GATEWAY.lastIndexOf('/') + 1);

/** Protocols that can share a port: what begins with a TLS greeting is told apart by its host. */
function familyOf({ protocol = '' }: Listener): string {
  return protocol === 'HTTPS' || protocol === 'TLS' ? 'TLS' : protocol;
}
