import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { ROUTES, type RouteRule, routeSpec } from './shapes';

export const backendWeight: Rule = {
  id: 'gateway/backend-weight',
  holds: 'a rule sends somewhere: its weights are not all zero, and it has a backend or a redirect',
  effect: 'Every request gets status 500, and nothing reports it.',
  source: 'Gateway API v1.6.1, BackendRef.weight; Envoy Gateway v1.9.0, internal/gatewayapi/route.go',
  check(cluster, report) {
    for (const kind of ROUTES) {
      for (const route of cluster.ofKind(kind)) {
        for (const [i, rule] of (routeSpec(route).rules ?? []).entries()) {
          const { backendRefs = [] } = rule;
          const weight = backendRefs.reduce((sum, { weight = 1 }) => sum + weight, 0);
          if (weight > 0 || answers(rule)) continue;
          report(route, {
            // Weights are set to 0 on purpose, too: to take a route out of service.
            severity: backendRefs.length > 0 ? 'warning' : 'error',
            message: `${describe(route.object)}: rule ${rule.name ?? i + 1} sends nothing anywhere: ${backendRefs.length === 0 ? 'it has no backends' : 'all its weights are 0'}.`,
            fix: 'Give it a backend with a weight, or a redirect.',
            section: `spec.rules[${i}].backendRefs`,
          });
        }
      }
    }
  },
};

/** Rules that answer by themselves: a redirect, or a controller's own filter. */
const answers = ({ filters = [] }: RouteRule) =>
  filters.some(({ type }) => type === 'RequestRedirect' || type === 'ExtensionRef');
