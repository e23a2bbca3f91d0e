import { describe } from '../../fleet/object';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { attachmentsOf } from './attachments';
import { type RouteMatch, routeSpec } from './shapes';

export const duplicateMatch: Rule = {
  id: 'gateway/duplicate-match',
  holds: 'no two routes want the same requests at the same listener',
  reason: 'RouteRulesOverlap',
  effect: 'The oldest route has them all; which one that is, git does not say. The other never serves them.',
  source: 'Gateway API v1.6.1, HTTPRouteRule: precedence of matches; Envoy Gateway v1.9.0: RouteRulesOverlap',
  check(cluster, report) {
    const taken = attachmentsOf(cluster)
      .filter(({ route }) => ['HTTPRoute', 'GRPCRoute'].includes(route.object.kind))
      .flatMap(({ route, attached }) => attached.map((listener) => ({ route, listener })));
    const told = new Set<string>();
    for (const [listener, pairs] of groupBy(taken, ({ listener }) => listener)) {
      const requests = pairs.flatMap(({ route }) => wantedBy(route, listener.hostname));
      for (const [request, routes] of groupBy(requests, ({ request }) => request)) {
        const [first, second] = [...new Set(routes.map(({ route }) => route))];
        if (!first || !second || told.has(`${first.path} ${second.path}`)) continue;
        told.add(`${first.path} ${second.path}`);
        report(second, {
          message: `${describe(second.object)} and ${describe(first.object)} both want ${request} at ${listener.label}.`,
          fix: 'Put both into one route, or tell them apart by host or match.',
          section: 'spec.rules',
          also: [{ entry: first, reason: 'RouteRulesOverlap' }],
        });
      }
    }
  },
};

type Route = ReturnType<typeof attachmentsOf>[number]['route'];

function wantedBy(route: Route, fallback: string | undefined) {
  const { hostnames = [fallback ?? '*'], rules = [] } = routeSpec(route);
  return hostnames.flatMap((host) =>
    rules.flatMap(({ matches }) =>
      (matches ?? [{}]).map((match) => ({ route, request: `${host}${spelled(match, route.object.kind)}` })),
    ),
  );
}

/** How a value is compared; a prefix, and an exact value that is no path, have no mark. */
const MARKS: Readonly<Record<string, string>> = { Exact: '=', RegularExpression: '~' };

/** A match as a text that is the same for the same requests. */
function spelled({ path, method, headers = [], queryParams = [] }: RouteMatch, kind: string): string {
  const where = kind === 'GRPCRoute' ? '' : `${MARKS[path?.type ?? ''] ?? ''}${path?.value ?? '/'}`;
  const more = [
    ...headers.map((h) => `${h.name?.toLowerCase()}:${MARKS[h.type ?? ''] ?? ''} ${h.value}`),
    ...queryParams.map((q) => `?${q.name}=${MARKS[q.type ?? ''] ?? ''}${q.value}`),
  ].sort();
  return [where, method && JSON.stringify(method), ...more].filter(Boolean).join(' ');
}
