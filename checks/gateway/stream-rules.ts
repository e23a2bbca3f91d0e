import { isValid } from 'ipaddr.js';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { routeSpec, STREAM_ROUTES, TLS_ROUTE } from './shapes';

export const streamRules: Rule = {
  id: 'gateway/stream-rules',
  holds: 'TCP, UDP and TLS routes have one rule; a TLSRoute has hosts, and no addresses',
  reason: 'InvalidRule',
  category: 'schema',
  effect: 'The API server refuses the route, or the controller: Accepted=False.',
  source: 'Gateway API v1.6.1, config/crd: TCPRoute, UDPRoute, TLSRoute v1',
  check(cluster, report) {
    for (const kind of STREAM_ROUTES) {
      for (const route of cluster.ofKind(kind)) {
        const { rules = [], hostnames = [] } = routeSpec(route);
        // v1alpha2 takes several rules, and a TLSRoute without hosts.
        if (route.object.apiVersion.endsWith('/v1alpha2')) continue;
        if (rules.length !== 1) {
          report(route, {
            message: `${describe(route.object)} has ${rules.length} rules; it takes one.`,
            fix: 'Put all backends into one rule, or make a route for each listener.',
            section: 'spec.rules',
          });
        }
        if (kind !== TLS_ROUTE) continue;
        const wrong = hostnames.find((host) => isValid(host));
        if (hostnames.length > 0 && wrong === undefined) continue;
        report(route, {
          message: `${describe(route.object)} ${wrong === undefined ? 'has no hostnames' : `has the address ${wrong} among its hostnames`}.`,
          fix: 'Name the hosts that clients ask for.',
          section: 'spec.hostnames',
        });
      }
    }
  },
};
