import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { GRPC_ROUTE, HTTP_ROUTE, routeSpec } from './shapes';

export const httpLimits: Rule = {
  id: 'gateway/http-limits',
  category: 'schema',
  effect: 'The API server refuses the route.',
  source: 'Gateway API v1.6.1, config/crd: maxItems of HTTPRoute and GRPCRoute',
  check(cluster, report) {
    for (const kind of [HTTP_ROUTE, GRPC_ROUTE]) {
      for (const route of cluster.ofKind(kind)) {
        const { hostnames = [], rules = [] } = routeSpec(route);
        const matches = rules.map((rule) => rule.matches?.length ?? 1);
        const counts: readonly (readonly [string, number, number])[] = [
          ['hostnames', hostnames.length, 16],
          ['rules', rules.length, 16],
          ['matches in one rule', Math.max(0, ...matches), 64],
          ['matches in all', matches.reduce((sum, count) => sum + count, 0), 128],
        ];
        for (const [what, count, most] of counts) {
          if (count <= most) continue;
          report(route, {
            message: `${describe(route.object)} has ${count} ${what}; ${most} are the most.`,
            fix: 'Make several routes of it: they add up at the listener.',
            section: 'spec',
          });
        }
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
