import type { Construct } from 'constructs';
import type { TcpListener } from './listener';
import { type Backend, backendRef, portOf, Route, type RouteProps } from './route';

export interface TcpRouteProps extends RouteProps<TcpListener> {
  /** Where connections go; several share them by weight. */
  readonly backends: readonly [Backend, ...Backend[]];
}

/** A TCPRoute: everything that comes in at a TCP listener goes to its backends. A listener serves one. */
export class TcpRoute extends Route<TcpListener> {
  declare readonly kind: 'TCPRoute';

  constructor(scope: Construct, id: string, props: TcpRouteProps) {
    const { backends } = props;
    super(
      scope,
      id,
      'TCPRoute',
      props,
      { rules: [{ backendRefs: backends.map((b) => backendRef(b, scope)) }] },
      backends.map(portOf),
    );
  }
}
