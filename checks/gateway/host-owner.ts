import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { attachmentsOf } from './attachments';
import { covers } from './hostnames';
import { listenersByOwner } from './listeners';
import { routeSpec } from './shapes';

export const hostOwner: Rule = {
  id: 'gateway/host-owner',
  holds: 'a route’s host is not another listener’s own on the same port',
  category: 'reference',
  effect: 'Requests for the host go to the other listener: this route never sees them, and nothing reports it.',
  source:
    'Gateway API v1.6.1, Listener.hostname: the most specific one serves; Envoy Gateway v1.9.0, internal/gatewayapi/helpers.go',
  check(cluster, report) {
    const byOwner = listenersByOwner(cluster);
    for (const { route, at, parent, attached } of attachmentsOf(cluster)) {
      if (!['HTTPRoute', 'GRPCRoute'].includes(route.object.kind) || !parent) continue;
      const others = (byOwner.get(parent) ?? []).filter((listener) => !attached.includes(listener));
      for (const host of routeSpec(route).hostnames ?? []) {
        const serving = attached.filter(({ hostname }) => hostname === undefined || covers(hostname, host));
        const owner = others.find(({ port, hostname }) => hostname === host && serving.some((l) => l.port === port));
        if (!owner || serving.some(({ hostname }) => hostname === host)) continue;
        report(route, {
          message: `${describe(route.object)}: ${host} is the host of ${owner.label}, which it is not attached to.`,
          fix: `Attach it to "${owner.name}" too, or take the host away.`,
          section: at,
        });
      }
    }
  },
};
