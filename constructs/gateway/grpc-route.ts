import type { Construct } from 'constructs';
import type { HttpFilter } from './http-filter';
import type { ValueMatch } from './http-match';
import type { HttpListener, HttpsListener } from './listener';
import { type Backend, backendRef, portOf, Route, type RouteProps } from './route';

export interface GrpcMatch {
  /** The service with its package: `grpc.health.v1.Health`. */
  readonly service?: string;
  readonly method?: string;
  /** How service and method are compared; `RegularExpression` is RE2's. @default Exact */
  readonly type?: 'Exact' | 'RegularExpression';
  readonly headers?: readonly ValueMatch[];
}

export interface GrpcRule {
  /** The name that policies refer to (`sectionName`). @default - none */
  readonly name?: string;
  /** One of them is enough. @default - every call */
  readonly matches?: readonly GrpcMatch[];
  /** Header changes, mirrors and a controller's own filters. @default - none */
  readonly filters?: readonly HttpFilter[];
  readonly backends: readonly [Backend, ...Backend[]];
}

export interface GrpcRouteProps extends RouteProps<HttpListener | HttpsListener> {
  /** @default - all that its listeners have */
  readonly hostnames?: readonly string[];
  readonly rules: readonly [GrpcRule, ...GrpcRule[]];
}

/** A GRPCRoute: calls go to backends by host, service and method. */
export class GrpcRoute extends Route<HttpListener | HttpsListener> {
  declare readonly kind: 'GRPCRoute';

  constructor(scope: Construct, id: string, props: GrpcRouteProps) {
    const { hostnames, rules } = props;
    const backends = rules.flatMap(({ backends, filters = [] }) => [
      ...backends.map(portOf),
      ...filters.flatMap(({ backend }) => backend ?? []),
    ]);
    super(scope, id, 'GRPCRoute', props, { hostnames, rules: rules.map((rule) => toRule(rule, scope)) }, backends);
  }
}

function toRule({ name, matches, filters, backends }: GrpcRule, from: Construct): object {
  return {
    name,
    matches: matches?.map(({ service, method, type, headers }) => ({
      method: service === undefined && method === undefined ? undefined : { type, service, method },
      headers,
    })),
    filters: filters?.map((filter) => filter.toSpec(from)),
    backendRefs: backends.map((backend) => backendRef(backend, from)),
  };
}
