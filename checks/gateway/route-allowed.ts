import { describe } from '../../fleet/object';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { attachmentsOf } from './attachments';
import { intersect } from './hostnames';
import { kindsOf } from './listeners';
import { routeSpec } from './shapes';

export const routeAllowed: Rule = {
  id: 'gateway/route-allowed',
  holds: 'listeners take a route’s kind, namespace and hosts',
  reason: 'NotAllowedByListeners',
  category: 'reference',
  effect: 'The route serves nobody: Accepted=False with NotAllowedByListeners or NoMatchingListenerHostname.',
  source:
    'Gateway API v1.6.1, Listener.allowedRoutes and hostname; Envoy Gateway v1.9.0, internal/gatewayapi/helpers.go',
  check(cluster, report) {
    for (const { route, at, named, allowing, attached } of attachmentsOf(cluster)) {
      if (named.length === 0) continue;
      const { kind, metadata } = route.object;
      const listeners = named.map(({ name }) => `"${name}"`).join(', ');
      const fail = (text: string, fix: string) =>
        report(route, { message: `${describe(route.object)}: ${text}.`, fix, section: at });
      if (!named.some((listener) => kindsOf(listener).includes(kind))) {
        const possible = [...new Set(named.flatMap(kindsOf))];
        fail(
          `its listeners (${listeners}) take no ${kind}${possible.length > 0 ? `, but ${possible.join(' and ')}` : ''}`,
          'Attach it to a listener of its protocol.',
        );
      } else if (allowing.length === 0) {
        fail(
          `its listeners (${listeners}) take no routes of the namespace ${metadata.namespace}`,
          'Let it in: `allowedRoutes.namespaces`; a route that is made with the listener does so itself.',
        );
      } else if (attached.length === 0) {
        const hosts = allowing.map(({ hostname }) => hostname).join(', ');
        fail(
          `none of its hosts (${routeSpec(route).hostnames?.join(', ')}) is one of its listeners' (${hosts})`,
          'Make them fit.',
        );
      }
    }
    for (const [route, attachments] of groupBy(attachmentsOf(cluster), (attachment) => attachment.route)) {
      const listeners = attachments.flatMap(({ attached }) => attached);
      if (listeners.length === 0) continue;
      const hosts = routeSpec(route).hostnames ?? [];
      const lost = hosts.filter((host) => !listeners.some((l) => intersect(l.hostname, host)));
      if (lost.length === 0) continue;
      report(route, {
        message: `${describe(route.object)}: no listener has its host ${lost.join(', ')}.`,
        fix: 'Take it away, or add a listener for it.',
        section: 'spec.hostnames',
      });
    }
  },
};
