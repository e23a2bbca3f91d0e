import type { Construct } from 'constructs';
import type { UdpListener } from './listener';
import { type Backend, backendRef, portOf, Route, type RouteProps } from './route';

export interface UdpRouteProps extends RouteProps<UdpListener> {
  /** Where datagrams go; several share them by weight. */
  readonly backends: readonly [Backend, ...Backend[]];
}

/** A UDPRoute: everything that comes in at a UDP listener goes to its backends. A listener serves one. */
export class UdpRoute extends Route<UdpListener> {
  declare readonly kind: 'UDPRoute';

  constructor(scope: Construct, id: string, props: UdpRouteProps) {
    const { backends } = props;
    super(
      scope,
      id,
      'UDPRoute',
      props,
      { rules: [{ backendRefs: backends.map((b) => backendRef(b, scope)) }] },
      backends.map(portOf),
    );
  }
}
