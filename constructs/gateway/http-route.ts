import type { Construct } from 'constructs';
import { type HttpFilter, type PathChange, toPath } from './http-filter';
import { type HttpMatch, toMatch } from './http-match';
import type { HttpListener, HttpsListener } from './listener';
import { type Backend, backendRef, portOf, Route, type RouteProps } from './route';

/** A rule of a route: requests that match go to backends, or the client is sent elsewhere. Never both. */
export type HttpRule = ForwardRule | RedirectRule;

interface Rule {
  /** The name that policies refer to (`sectionName`). @default - none */
  readonly name?: string;
  /** One of them is enough. @default - every request */
  readonly matches?: readonly HttpMatch[];
}

export interface ForwardRule extends Rule {
  readonly backends: readonly [Backend, ...Backend[]];
  /** What is done on the way, in this order. @default - nothing */
  readonly filters?: readonly HttpFilter[];
  readonly timeouts?: {
    /** From the client's request to the end of the answer: `10s`, `0s` for none. @default - the controller's */
    readonly request?: string;
    /** One try at a backend; not longer than `request`. @default - as long as the request */
    readonly backendRequest?: string;
  };
  readonly redirect?: never;
}

export interface RedirectRule extends Rule {
  readonly redirect: Redirect;
  readonly backends?: never;
}

export type Redirect = PathChange & {
  /** @default - the request's */
  readonly scheme?: 'http' | 'https';
  /** @default - the request's */
  readonly hostname?: string;
  /** @default - what the scheme has */
  readonly port?: number;
  /** 303, 307 and 308 need Gateway API 1.5. @default 302 */
  readonly statusCode?: 301 | 302 | 303 | 307 | 308;
};

export interface HttpRouteProps extends RouteProps<HttpListener | HttpsListener> {
  /** The hosts that it is for; a wildcard is `*.example.com`. @default - all that its listeners have */
  readonly hostnames?: readonly string[];
  readonly rules: readonly [HttpRule, ...HttpRule[]];
}

/**
 * An HTTPRoute: requests go to backends by host, path, method, headers and query.
 *
 * @example
 * new HttpRoute(app, 'map', { listeners: [https], hostnames: ['map.example.com'], rules: [{ backends: [map.port] }] });
 */
export class HttpRoute extends Route<HttpListener | HttpsListener> {
  declare readonly kind: 'HTTPRoute';

  constructor(scope: Construct, id: string, props: HttpRouteProps) {
    const { hostnames, rules } = props;
    const backends = rules.flatMap((rule) => [
      ...(rule.backends ?? []).map(portOf),
      ...(filtersOf(rule) ?? []).flatMap(({ backend }) => backend ?? []),
    ]);
    super(scope, id, 'HTTPRoute', props, { hostnames, rules: rules.map((rule) => toRule(rule, scope)) }, backends);
  }
}

const filtersOf = (rule: HttpRule) => (rule.redirect ? undefined : rule.filters);

function toRule(rule: HttpRule, from: Construct): object {
  const { name, matches } = rule;
  const common = { name, matches: matches?.map(toMatch) };
  if (rule.redirect) {
    const { path, prefix, ...redirect } = rule.redirect;
    const filters = [{ type: 'RequestRedirect', requestRedirect: { ...redirect, path: toPath(path, prefix) } }];
    return { ...common, filters };
  }
  const { filters, backends, timeouts } = rule;
  return {
    ...common,
    filters: filters?.map((filter) => filter.toSpec(from)),
    backendRefs: backends.map((backend) => backendRef(backend, from)),
    timeouts,
  };
}
