import { ENVOY_GATEWAY_GROUP } from '../../facts/envoy-gateway';
import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import { servedByEnvoy } from '../envoy-gateway/serves';
import type { Rule } from '../rule';
import { GRPC_ROUTE, HTTP_ROUTE, routeSpec } from './shapes';

export const extensionExists: Rule = {
  id: 'gateway/extension-exists',
  holds: 'a filter of a controller’s own kind is there, in the route’s namespace',
  category: 'reference',
  effect: 'ResolvedRefs=False: every request of the rule gets status 500.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/filters.go: processExtensionRefHTTPFilter',
  check(cluster, report) {
    for (const kind of [HTTP_ROUTE, GRPC_ROUTE]) {
      for (const route of cluster.ofKind(kind)) {
        const { namespace } = route.object.metadata;
        for (const [i, { filters = [], backendRefs = [] }] of (routeSpec(route).rules ?? []).entries()) {
          for (const { extensionRef: ref } of [...filters, ...backendRefs.flatMap((b) => b.filters ?? [])]) {
            if (!ref || cluster.find(`${ref.group}/${ref.kind}`, namespace, ref.name ?? '')) continue;
            const section = `spec.rules[${i}].filters`;
            if (ref.group !== ENVOY_GATEWAY_GROUP || ref.kind !== 'HTTPRouteFilter') {
              // Another controller may know the kind.
              if (!servedByEnvoy(cluster, route)) continue;
              const message = `${describe(route.object)} uses the ${ref.group}/${ref.kind} "${ref.name}", a kind that Envoy Gateway does not know.`;
              const fix = `Its own filters are of the kind HTTPRouteFilter in ${ENVOY_GATEWAY_GROUP}.`;
              report(route, { message, fix, section, reason: 'UnsupportedValue' });
              continue;
            }
            report(route, {
              message: `${describe(route.object)} uses the ${ref.kind} "${ref.name}", which nothing makes in ${namespace}.${didYouMean(ref.name ?? '', cluster.names(`${ref.group}/${ref.kind}`, namespace))}`,
              fix: 'Make it in the route’s own namespace.',
              section,
            });
          }
        }
      }
    }
  },
};
