import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { HTTP_ROUTE, routeSpec } from './shapes';

export const timeouts: Rule = {
  id: 'gateway/timeouts',
  holds: 'a route’s timeouts are durations, and one try is not longer than all',
  category: 'schema',
  effect: 'The API server refuses the route; with both and no retry Envoy Gateway drops `request` without a word.',
  source: 'Gateway API v1.6.1, HTTPRouteTimeouts (GEP-2257); Envoy Gateway v1.9.0, internal/gatewayapi/route.go',
  check(cluster, report) {
    for (const route of cluster.ofKind(HTTP_ROUTE)) {
      for (const [i, { timeouts }] of (routeSpec(route).rules ?? []).entries()) {
        if (!timeouts) continue;
        const { request, backendRequest } = timeouts;
        const section = `spec.rules[${i}].timeouts`;
        for (const text of [request, backendRequest]) {
          if (text === undefined || milliseconds(text) !== undefined) continue;
          report(route, {
            message: `${describe(route.object)}: the timeout "${text}" is no duration.`,
            fix: 'Write whole numbers with h, m, s, ms: "1m30s".',
            section,
          });
        }
        const [all, one] = [milliseconds(request), milliseconds(backendRequest)];
        if (all === undefined || one === undefined || all === 0 || one <= all) continue;
        report(route, {
          message: `${describe(route.object)}: one try (${backendRequest}) may take longer than the whole request (${request}).`,
          fix: 'Make `backendRequest` shorter, or `request` longer.',
          section,
        });
      }
    }
  },
};

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** Gateway API's own form of durations. */
function milliseconds(text: string | undefined): number | undefined {
  if (text === undefined || !/^(?:[0-9]{1,5}(?:h|m|s|ms)){1,4}$/.test(text)) return undefined;
  const parts = [...text.matchAll(/([0-9]+)(ms|h|m|s)/g)];
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * (UNITS[unit ?? ''] ?? 0), 0);
}
