import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { KINDS_BY_PROTOCOL, type Listener, listenersOf } from './listeners';

export const listenerRoutes: Rule = {
  id: 'gateway/listener-routes',
  reason: 'InvalidRouteKinds',
  category: 'schema',
  effect: 'The listener is not programmed: UnsupportedProtocol, InvalidRouteKinds or Invalid; its routes serve nobody.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/listener.go: validateAllowedRoutes, validateAllowedNamespaces',
  check(cluster, report) {
    for (const listener of listenersOf(cluster)) {
      const problem = problemOf(listener);
      if (!problem) continue;
      report(listener.owner, {
        message: `${describe(listener.owner.object)}: ${listener.label} ${problem[0]}`,
        fix: problem[1],
        section: `spec.listeners[${listener.name}].allowedRoutes`,
      });
    }
  },
};

function problemOf({ protocol = '', tls, allowedRoutes }: Listener): readonly [string, string] | undefined {
  const kinds = KINDS_BY_PROTOCOL[protocol];
  const protocols = Object.keys(KINDS_BY_PROTOCOL);
  if (!kinds) return [`speaks "${protocol}".${didYouMean(protocol, protocols)}`, `One of ${protocols.join(', ')}.`];
  for (const { kind = '', group = 'gateway.networking.k8s.io' } of allowedRoutes?.kinds ?? []) {
    const passed = protocol === 'TLS' && tls?.mode === 'Passthrough' && kind === 'TCPRoute';
    if (group === 'gateway.networking.k8s.io' && kinds.includes(kind) && !passed) continue;
    const possible = passed ? ['TLSRoute'] : kinds;
    return [
      `takes ${kind}, which ${protocol} cannot serve.${didYouMean(kind, possible)}`,
      `It can take ${possible.join(' and ')}.`,
    ];
  }
  const { from, selector } = allowedRoutes?.namespaces ?? {};
  if (from === 'Selector' && !selector)
    return ['takes routes of namespaces with labels, and does not say which.', 'Add `selector`.'];
  return undefined;
}
