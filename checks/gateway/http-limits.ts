import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { GRPC_ROUTE, HTTP_ROUTE, routeSpec } from './shapes';

export const httpLimits: Rule = {
  id: 'gateway/http-limits',
  holds: 'HTTP routes keep to the API’s limits of rules, matches and hosts',
  category: 'schema',
  effect: 'The API server refuses the route.',
  source: 'Gateway API v1.6.1, config/crd: maxItems of HTTPRoute and GRPCRoute',
  check(cluster, report) {
    for (const kind of [HTTP_ROUTE, GRPC_ROUTE]) {
      for (const route of cluster.ofKind(kind)) {
        const { hostnames = [], rules = [] } = routeSpec(route);
        const limit = (what: string, count: number, most: number, section: string) => {
          if (count <= most) return;
          report(route, {
            message: `${describe(route.object)} has ${count} ${what}; ${most} are the most.`,
            fix: 'Make several routes of it: they add up at the listener.',
            section,
          });
        };
        let largest = 0;
        let all = 0;
        for (const { matches } of rules) {
          const count = matches?.length ?? 1;
          largest = Math.max(largest, count);
          all += count;
        }
        limit('hostnames', hostnames.length, 16, 'spec.hostnames');
        limit('rules', rules.length, 16, 'spec.rules');
        limit('matches in one rule', largest, 64, 'spec.rules[].matches');
        limit('matches in all', all, 128, 'spec.rules[].matches');
        if (rules.length < 2) continue;
        const names = rules.flatMap(({ name }) => name ?? []);
        const twice = names.find((name, i) => names.indexOf(name) !== i);
        if (twice === undefined) continue;
        report(route, {
          // The standard channel takes it, and a policy for the name is then for one of the two.
          severity: cluster.facts.gatewayApi?.channel === 'experimental' ? 'error' : 'warning',
          message: `${describe(route.object)} has two rules named "${twice}".`,
          fix: 'Give each a name of its own: policies refer to it.',
          section: 'spec.rules',
        });
      }
    }
  },
};
