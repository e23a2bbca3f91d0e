import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { regexProblem } from '../syntax/regex';
import { HTTP_ROUTE, type NamedValue, type PathMatch, type RouteMatch, routeSpec } from './shapes';

export const pathSyntax: Rule = {
  id: 'gateway/path-syntax',
  holds: 'paths, headers and parameters of HTTP matches are what the API takes; patterns are RE2',
  reason: 'UnsupportedValue',
  category: 'schema',
  effect: 'The API server refuses the route, or the controller: Accepted=False, UnsupportedValue.',
  source: 'Gateway API v1.6.1, config/crd: HTTPRoute matches; Envoy Gateway v1.9.0, internal/gatewayapi/route.go: RE2',
  check(cluster, report) {
    for (const route of cluster.ofKind(HTTP_ROUTE)) {
      routeSpec(route).rules?.forEach(({ matches }, i) => {
        matches?.forEach((match, j) => {
          const problem = problemOf(match);
          if (!problem) return;
          report(route, {
            message: `${describe(route.object)}: ${problem[0]}.`,
            fix: problem[1],
            section: `spec.rules[${i}].matches[${j}]`,
          });
        });
      });
    }
  },
};

type Problem = readonly [string, string] | undefined;

function problemOf({ path, headers = [], queryParams = [] }: RouteMatch): Problem {
  return pathProblem(path) ?? valuesProblem('header', headers, true) ?? valuesProblem('parameter', queryParams, false);
}

/** Paths that were looked at: `/` is in most matches. */
const paths = new Map<string, Problem>();

function pathProblem({ type = 'PathPrefix', value = '/' }: PathMatch = {}): Problem {
  if (type === 'RegularExpression') return patternProblem(value);
  if (!paths.has(value)) paths.set(value, literalProblem(value));
  return paths.get(value);
}

function literalProblem(value: string): Problem {
  if (!value.startsWith('/')) return [`the path "${value}" does not begin with a slash`, `Write "/${value}".`];
  const never = ['//', '/./', '/../', '%2f', '%2F', '#'].find((part) => value.includes(part));
  if (never) return [`the path "${value}" has "${never}" in it`, 'Write the path as it is after it was made plain.'];
  if (/\/\.\.?$/.test(value)) return [`the path "${value}" ends in a dot segment`, 'Write the path that is meant.'];
  if (!/^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+$/.test(value))
    return [`the path "${value}" has characters that a path has not`, 'Encode them: a blank is %20.'];
  return undefined;
}

/** @param ignoreCase header names are the same in any case */
function valuesProblem(what: string, values: readonly NamedValue[], ignoreCase: boolean): Problem {
  if (values.length === 0) return undefined;
  const names = values.map(({ name = '' }) => (ignoreCase ? name.toLowerCase() : name));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    return [`the ${what} "${twice}" is matched twice`, 'Only the first counts: make one match of both.'];
  for (const { type, value = '' } of values) {
    const problem = type === 'RegularExpression' ? patternProblem(value) : undefined;
    if (problem) return problem;
  }
  return undefined;
}

function patternProblem(pattern: string): Problem {
  const wrong = regexProblem(pattern);
  return wrong === undefined
    ? undefined
    : [`the pattern "${pattern}" is none of RE2: ${wrong}`, 'RE2 has no look-around and no back references.'];
}
