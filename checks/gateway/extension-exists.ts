import { ENVOY_GATEWAY_GROUP } from '../../facts/envoy-gateway';
import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { servedByEnvoy } from '../envoy-gateway/serves';
import type { Report, Rule } from '../rule';
import { GRPC_ROUTE, HTTP_ROUTE, type RouteFilter, routeSpec } from './shapes';

export const extensionExists: Rule = {
  id: 'gateway/extension-exists',
  holds: 'a filter of a controller’s own kind is there, in the route’s namespace',
  category: 'reference',
  effect: 'ResolvedRefs=False: every request of the rule gets status 500.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/filters.go: processExtensionRefHTTPFilter',
  disagrees:
    'In a clean case of Envoy Gateway’s translator tests (v1.9.0) some rules of a route have a filter that nobody knows and others do not: the controller drops the former and sets no negative condition. Their requests are lost all the same.',
  check(cluster, report) {
    for (const kind of [HTTP_ROUTE, GRPC_ROUTE]) {
      for (const route of cluster.ofKind(kind)) {
        const { rules = [] } = routeSpec(route);
        for (let i = 0; i < rules.length; i++) {
          const section = `spec.rules[${i}].filters`;
          for (const filter of rules[i]?.filters ?? []) checkFilter(cluster, route, filter, section, report);
          for (const { filters } of rules[i]?.backendRefs ?? [])
            for (const filter of filters ?? []) checkFilter(cluster, route, filter, section, report);
        }
      }
    }
  },
};

function checkFilter(
  cluster: ClusterView,
  route: Entry,
  { extensionRef: ref }: RouteFilter,
  section: string,
  report: Report,
): void {
  const { namespace } = route.object.metadata;
  if (!ref || cluster.find(`${ref.group}/${ref.kind}`, namespace, ref.name ?? '')) return;
  if (ref.group === ENVOY_GATEWAY_GROUP && ref.kind === 'HTTPRouteFilter') {
    report(route, {
      message: `${describe(route.object)} uses the ${ref.kind} "${ref.name}", which nothing makes in ${namespace}.${didYouMean(ref.name ?? '', cluster.names(`${ref.group}/${ref.kind}`, namespace))}`,
      fix: 'Make it in the route’s own namespace.',
      section,
    });
  } else if (servedByEnvoy(cluster, route)) {
    // Another controller may know the kind.
    report(route, {
      message: `${describe(route.object)} uses the ${ref.group}/${ref.kind} "${ref.name}", a kind that Envoy Gateway does not know.`,
      fix: `Its own filters are of the kind HTTPRouteFilter in ${ENVOY_GATEWAY_GROUP}.`,
      section,
      reason: 'UnsupportedValue',
    });
  }
}
