import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { KINDS_BY_PROTOCOL, type Listener, listenersOf, unprogrammed } from './listeners';

export const listenerRoutes: Rule = {
  id: 'gateway/listener-routes',
  holds: 'a listener’s protocol is known, and the kinds and namespaces that it takes make sense',
  reason: 'InvalidRouteKinds',
  category: 'schema',
  effect: 'The listener is not programmed: UnsupportedProtocol, InvalidRouteKinds or Invalid; its routes serve nobody.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/listener.go: validateAllowedRoutes, validateAllowedNamespaces',
  check(cluster, report) {
    for (const listener of listenersOf(cluster)) {
      const problem = problemOf(listener);
      if (!problem) continue;
      report(listener.owner, {
        message: `${describe(listener.owner.object)}: ${listener.label} ${problem.text}`,
        fix: problem.fix,
        reason: problem.reason,
        also: unprogrammed(listener.owner),
        section: `spec.listeners[${listener.name}].allowedRoutes`,
      });
    }
  },
};

interface Problem {
  readonly text: string;
  readonly fix: string;
  readonly reason?: string;
}

function problemOf({ protocol = '', tls, allowedRoutes }: Listener): Problem | undefined {
  const kinds = KINDS_BY_PROTOCOL[protocol];
  const protocols = Object.keys(KINDS_BY_PROTOCOL);
  if (!kinds) {
    const text = `speaks "${protocol}".${didYouMean(protocol, protocols)}`;
    return { text, fix: `One of ${protocols.join(', ')}.`, reason: 'UnsupportedProtocol' };
  }
  for (const { kind = '', group = 'gateway.networking.k8s.io' } of allowedRoutes?.kinds ?? []) {
    const passed = protocol === 'TLS' && tls?.mode === 'Passthrough' && kind === 'TCPRoute';
    if (group === 'gateway.networking.k8s.io' && kinds.includes(kind) && !passed) continue;
    const possible = passed ? ['TLSRoute'] : kinds;
    const text = `takes ${kind}, which ${protocol} cannot serve.${didYouMean(kind, possible)}`;
    return { text, fix: `It can take ${possible.join(' and ')}.`, reason: 'InvalidRouteKinds' };
  }
  const { from, selector } = allowedRoutes?.namespaces ?? {};
  if (from === 'Selector' && !selector)
    return { text: 'takes routes of namespaces with labels, and does not say which.', fix: 'Add `selector`.' };
  return undefined;
}
