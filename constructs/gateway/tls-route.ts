import type { Construct } from 'constructs';
import type { TlsListener } from './listener';
import { type Backend, backendRef, portOf, Route, type RouteProps } from './route';

export interface TlsRouteProps extends RouteProps<TlsListener> {
  /** The hosts that clients ask for (SNI); a wildcard is `*.example.com`. No addresses. */
  readonly hostnames: readonly [string, ...string[]];
  readonly backends: readonly [Backend, ...Backend[]];
}

/** A TLSRoute: connections go by the host that the client asks for, encrypted or after the listener's certificate. */
export class TlsRoute extends Route<TlsListener> {
  declare readonly kind: 'TLSRoute';

  constructor(scope: Construct, id: string, props: TlsRouteProps) {
    const { hostnames, backends } = props;
    const rules = [{ backendRefs: backends.map((b) => backendRef(b, scope)) }];
    super(scope, id, 'TLSRoute', props, { hostnames, rules }, backends.map(portOf));
  }
}
