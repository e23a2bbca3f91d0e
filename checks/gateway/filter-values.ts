import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import {
  GRPC_ROUTE,
  type HeaderModifier,
  HTTP_ROUTE,
  items,
  type PathChange,
  type RouteFilter,
  routeSpec,
} from './shapes';

export const filterValues: Rule = {
  id: 'gateway/filter-values',
  holds: 'redirects, rewrites and header changes have values that the API and Envoy take',
  reason: 'UnsupportedValue',
  category: 'schema',
  effect:
    'The API server refuses the route, or the controller: Accepted=False, UnsupportedValue; or the filter does nothing.',
  source: 'Gateway API v1.6.1, config/crd: HTTPRoute filters; Envoy Gateway v1.9.0, internal/gatewayapi/filters.go',
  check(cluster, report) {
    for (const kind of [HTTP_ROUTE, GRPC_ROUTE]) {
      for (const route of cluster.ofKind(kind)) {
        for (const [i, { filters = [] }] of (routeSpec(route).rules ?? []).entries()) {
          for (const [j, filter] of filters.entries()) {
            const problem = problemOf(filter);
            if (!problem) continue;
            report(route, {
              message: `${describe(route.object)}: ${problem[0]}.`,
              fix: problem[1],
              section: `spec.rules[${i}].filters[${j}]`,
            });
          }
        }
      }
    }
  },
};

type Problem = readonly [string, string] | undefined;

function problemOf({
  type,
  requestRedirect,
  urlRewrite,
  requestHeaderModifier,
  responseHeaderModifier,
}: RouteFilter): Problem {
  const { scheme, statusCode } = requestRedirect ?? {};
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https')
    return [`a redirect to the scheme "${scheme}"`, 'Write http or https.'];
  if (statusCode !== undefined && ![301, 302, 303, 307, 308].includes(statusCode))
    return [`a redirect with status ${statusCode}`, 'One of 301, 302, 303, 307, 308.'];
  if (type === 'URLRewrite' && !urlRewrite?.path && !urlRewrite?.hostname)
    return ['a rewrite that changes nothing', 'Say `path` or `hostname`.'];
  return (
    pathProblem(requestRedirect?.path) ??
    pathProblem(urlRewrite?.path) ??
    headerProblem(requestHeaderModifier) ??
    headerProblem(responseHeaderModifier)
  );
}

function pathProblem(path: PathChange | undefined): Problem {
  if (!path) return undefined;
  if (path.replaceFullPath !== undefined && path.replacePrefixMatch !== undefined)
    return ['a path change with both its values', 'Keep the one that the type names.'];
  const member = path.type === 'ReplaceFullPath' ? path.replaceFullPath : path.replacePrefixMatch;
  if (member === undefined)
    return [
      `a path change of type ${path.type} without its value`,
      'Say `replaceFullPath` or `replacePrefixMatch`, as the type is.',
    ];
  return undefined;
}

function headerProblem(modifier: HeaderModifier = {}): Problem {
  const [set, add] = [items(modifier.set), items(modifier.add)];
  const remove = modifier.remove ?? [];
  const names = [...set.map((h) => h.name ?? ''), ...add.map((h) => h.name ?? ''), ...remove];
  const never = names.find((name) => name.toLowerCase() === 'host' || /[/:]/.test(name) || name === '');
  if (never !== undefined)
    return [
      `the header "${never}" cannot be changed`,
      never.toLowerCase() === 'host' ? 'Rewrite the hostname instead.' : 'Write a header’s name.',
    ];
  for (const list of [set, add]) {
    const lower = list.map(({ name = '' }) => name.toLowerCase());
    const twice = lower.find((name, i) => lower.indexOf(name) !== i);
    if (twice !== undefined) return [`the header "${twice}" is changed twice`, 'Say it once.'];
    const blank = list.find(({ value = '' }) => !/^[!-~]+(?:[\t ]?[!-~]+)*$/.test(value));
    if (blank)
      return [
        `the header "${blank.name}" gets the value "${blank.value ?? ''}"`,
        'A value has no blanks at its ends, no two in a row, and is of plain ASCII.',
      ];
  }
  return undefined;
}
