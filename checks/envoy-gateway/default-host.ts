import { mapAt } from '../fields';
import { attachmentsOf } from '../gateway/attachments';
import { listenersOf } from '../gateway/listeners';
import { routeSpec } from '../gateway/shapes';
import type { Rule } from '../rule';
import { policiesOf, policyTargetsOf, refused } from './policies';

export const defaultHost: Rule = {
  id: 'envoy-gateway/default-host',
  holds: 'HTTP/1.0 has one default host',
  effect: 'Accepted=False (Invalid): nothing of the policy holds.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/clienttrafficpolicy.go: translateHTTP1Settings',
  check(cluster, report) {
    for (const { policy, spec } of policiesOf(cluster, 'ClientTrafficPolicy')) {
      if (mapAt(mapAt(spec, 'http1'), 'http10')?.['useDefaultHost'] !== true) continue;
      for (const { ref, target } of policyTargetsOf(cluster).filter((t) => t.policy === policy)) {
        for (const listener of listenersOf(cluster)) {
          if (listener.owner !== target || !['HTTP', 'HTTPS'].includes(listener.protocol ?? '')) continue;
          if (ref.sectionName !== undefined && ref.sectionName !== listener.name) continue;
          if (listener.hostname && !listener.hostname.includes('*')) continue;
          const routes = attachmentsOf(cluster).filter(({ attached }) => attached.includes(listener));
          const hosts = new Set(
            routes.flatMap(({ route }) => routeSpec(route).hostnames ?? []).filter((host) => !host.includes('*')),
          );
          if (hosts.size === 1) continue;
          const what = `gives HTTP/1.0 the default host of listener "${listener.name}", whose routes have ${hosts.size === 0 ? 'none' : [...hosts].join(', ')}`;
          const fix = 'Give the listener a hostname without "*", or take `useDefaultHost` away.';
          report(policy, refused(cluster, policy, { at: 'spec.http1.http10', what, fix }));
        }
      }
    }
  },
};
