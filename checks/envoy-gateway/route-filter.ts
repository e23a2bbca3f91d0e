import { ENVOY_GATEWAY_GROUP } from '../../facts/envoy-gateway';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { type FieldProblem, type Fields, mapAt, textAt } from '../fields';
import { GRPC_ROUTE, HTTP_ROUTE, items, routeSpec } from '../gateway/shapes';
import type { Rule } from '../rule';
import { regexProblem } from '../syntax/regex';
import { violation } from '../violation';
import { pageProblem } from './page';
import { secretProblem } from './secret-problem';
import { servedByEnvoy } from './serves';

const FILTER = 'HTTPRouteFilter';
const REWRITE = 'spec.urlRewrite';

export const routeFilter: Rule = {
  id: 'envoy-gateway/route-filter',
  holds: 'an HTTPRouteFilter that a route uses rewrites by what is RE2, and its page and its credential are there',
  category: 'reference',
  effect: 'Accepted=False (UnsupportedValue) on the route: the rules that use the filter do not reach their backends.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/filters.go: processExtensionRefHTTPFilter, ProcessGRPCFilters',
  check(cluster, report) {
    for (const [filter, routes] of users(cluster)) {
      for (const problem of problemsOf(cluster, filter, routes)) {
        const also = routes.map((entry) => ({ entry, reason: 'UnsupportedValue' }));
        report(filter, violation(filter, { ...problem, reason: 'UnsupportedValue', also }));
      }
    }
  },
};

/** The filters that routes of Envoy Gateway use, with the routes: nobody reads the others. */
function users(cluster: ClusterView): Map<Entry, Entry[]> {
  const found = new Map<Entry, Entry[]>();
  for (const route of [HTTP_ROUTE, GRPC_ROUTE].flatMap((kind) => [...cluster.ofKind(kind)])) {
    const { namespace } = route.object.metadata;
    for (const { extensionRef: ref } of items(routeSpec(route).rules).flatMap(({ filters }) => items(filters))) {
      if (ref?.group !== ENVOY_GATEWAY_GROUP || ref.kind !== FILTER) continue;
      const filter = cluster.find(`${ENVOY_GATEWAY_GROUP}/${FILTER}`, namespace, ref.name ?? '');
      if (!filter || !servedByEnvoy(cluster, route)) continue;
      const routes = found.get(filter) ?? [];
      if (!routes.includes(route)) found.set(filter, [...routes, route]);
    }
  }
  return found;
}

function* problemsOf(cluster: ClusterView, filter: Entry, routes: readonly Entry[]): Iterable<FieldProblem> {
  const spec = mapAt(filter.object, 'spec');
  const namespace = filter.object.metadata.namespace ?? '';
  const rewrite = mapAt(spec, 'urlRewrite');
  const hostname = mapAt(rewrite, 'hostname');
  yield* patternProblems(mapAt(rewrite, 'path'), 'path', 'ReplaceRegexMatch', 'replaceRegexMatch', ['pattern']);
  yield* patternProblems(hostname, 'hostname', 'PathRegex', 'pathRegex', ['pattern', 'substitution']);
  if (textAt(hostname, 'type') === 'Header' && textAt(hostname, 'header') === '') {
    const at = `${REWRITE}.hostname.header`;
    yield { at, what: 'takes the host from a header, and does not say from which', fix: 'Say `header`.' };
  }
  const response = mapAt(spec, 'directResponse');
  const page = pageProblem(cluster, namespace, mapAt(response, 'body'), 'spec.directResponse.body');
  if (page) yield page;
  const status = Number(response?.['statusCode'] ?? 200);
  const grpc = routes.find(({ object }) => object.kind === 'GRPCRoute');
  if (response && grpc && status >= 200 && status < 300) {
    const what = `answers ${describe(grpc.object)} with the status ${status}, which gRPC clients cannot read without a message`;
    yield { at: 'spec.directResponse.statusCode', what, fix: 'Deny by a status that is not 2xx.' };
  }
  const ref = mapAt(mapAt(mapAt(spec, 'credentialInjection'), 'credential'), 'valueRef');
  const at = 'spec.credentialInjection.credential.valueRef';
  const problem =
    ref && secretProblem(cluster, filter, { ref, at, does: 'takes a credential from', key: 'credential' });
  if (problem) yield problem;
}

function* patternProblems(
  part: Fields | undefined,
  name: string,
  type: string,
  field: string,
  needed: readonly string[],
): Iterable<FieldProblem> {
  if (textAt(part, 'type') !== type) return;
  const regex = mapAt(part, field);
  const at = `${REWRITE}.${name}.${field}`;
  const lacking = needed.find((key) => textAt(regex, key) === '');
  if (lacking) {
    yield { at: `${at}.${lacking}`, what: `rewrites the ${name} by a ${type} without a ${lacking}`, fix: 'Say it.' };
    return;
  }
  const pattern = textAt(regex, 'pattern');
  const wrong = regexProblem(pattern);
  if (wrong === undefined) return;
  const what = `rewrites the ${name} by the pattern "${pattern}", which is none of RE2: ${wrong}`;
  yield { at: `${at}.pattern`, what, fix: 'RE2 has no look-around and no back references.' };
}
