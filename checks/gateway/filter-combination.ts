import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { GRPC_ROUTE, HTTP_ROUTE, type RouteFilter, type RouteRule, routeSpec } from './shapes';

export const filterCombination: Rule = {
  id: 'gateway/filter-combination',
  holds: 'filters of a rule go together, and none is there twice',
  reason: 'UnsupportedRefValue',
  category: 'schema',
  effect: 'The API server refuses the route, or the controller: Accepted=False, IncompatibleFilters.',
  source: 'Gateway API v1.6.1, config/crd: HTTPRoute filters; Envoy Gateway v1.9.0, internal/gatewayapi/filters.go',
  disagrees:
    'Two clean cases of Envoy Gateway’s translator tests (v1.9.0), which begin behind the API server, have one filter twice in a rule; the CRD of the same release says that it cannot be repeated.',
  check(cluster, report) {
    for (const kind of [HTTP_ROUTE, GRPC_ROUTE]) {
      for (const route of cluster.ofKind(kind)) {
        for (const [i, rule] of (routeSpec(route).rules ?? []).entries()) {
          // Most rules have no filter.
          if (!rule.filters && !rule.backendRefs?.some((ref) => ref.filters)) continue;
          for (const [text, fix] of problemsOf(rule)) {
            report(route, { message: `${describe(route.object)}: ${text}.`, fix, section: `spec.rules[${i}].filters` });
          }
        }
      }
    }
  },
};

const ONCE = ['CORS', 'RequestHeaderModifier', 'ResponseHeaderModifier', 'RequestRedirect', 'URLRewrite'];

/** Filters of a backend that Envoy Gateway takes. */
const OF_BACKENDS = ['RequestHeaderModifier', 'ResponseHeaderModifier', 'URLRewrite', 'ExtensionRef'];

function* problemsOf({
  filters = [],
  backendRefs = [],
  matches = [{}],
}: RouteRule): Iterable<readonly [string, string]> {
  const types = filters.map(({ type = '' }) => type);
  const has = (type: string) => types.includes(type);
  for (const type of ONCE) {
    if (types.filter((t) => t === type).length > 1) yield [`a rule has the filter ${type} twice`, 'Put both into one.'];
  }
  if (has('RequestRedirect') && has('URLRewrite'))
    yield ['a rule redirects and rewrites', 'One of the two: a redirect changes the path itself.'];
  if (has('RequestRedirect') && has('RequestMirror'))
    yield ['a rule redirects and mirrors', 'Nothing is left to mirror: take one away.'];
  if (has('RequestRedirect') && backendRefs.length > 0)
    yield ['a rule redirects and has backends', 'Take the backends away: no request reaches them.'];
  const prefixed = filters.some(replacesPrefix) || backendRefs.some((ref) => ref.filters?.some(replacesPrefix));
  const [match] = matches;
  if (prefixed && (matches.length !== 1 || (match?.path?.type ?? 'PathPrefix') !== 'PathPrefix')) {
    yield [
      'a rule replaces the prefix that matched, and does not have one match by prefix',
      'Give the rule exactly one match, of type PathPrefix.',
    ];
  }
  for (const { filters: own = [] } of backendRefs) {
    for (const { type = '', urlRewrite } of own) {
      if (OF_BACKENDS.includes(type) && !urlRewrite?.path) continue;
      yield [
        `a backend has the filter ${type}${urlRewrite?.path ? ' of a path' : ''}, which only rules can have`,
        'Put it on the rule.',
      ];
    }
  }
}

function replacesPrefix({ requestRedirect, urlRewrite }: RouteFilter): boolean {
  return [requestRedirect?.path, urlRewrite?.path].some((path) => path?.type === 'ReplacePrefixMatch');
}
