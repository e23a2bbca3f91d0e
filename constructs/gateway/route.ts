import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { GATEWAY_API_GROUP } from '../../facts/gateway-api';
import type { ServicePort } from '../kubernetes/service';
import { gatewayApiObject } from './api-object';
import type { Listener, RouteKind } from './listener';
import { grantReference } from './reference-grant';

/** Where a route sends to: a Service's port, with its share of the traffic where there are several. */
export type Backend = ServicePort | WeightedBackend;

export interface WeightedBackend {
  readonly port: ServicePort;
  /** Its share, relative to the others'; 0 sends nothing. @default 1 */
  readonly weight?: number;
}

export interface RouteProps<L extends Listener> {
  /** The listeners that it is attached to. */
  readonly listeners: readonly [L, ...L[]];
  readonly annotations?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  /** @default - the construct's id */
  readonly name?: string;
}

/** What all routes are: attached to listeners by name, with grants for backends of other namespaces. */
export abstract class Route<L extends Listener> extends Construct {
  readonly name: string;

  constructor(
    scope: Construct,
    id: string,
    readonly kind: RouteKind,
    props: RouteProps<L>,
    spec: object,
    backends: readonly ServicePort[],
  ) {
    super(scope, `${kind.toLowerCase().replace('route', '-route')}-${id}`);
    this.name = props.name ?? id;
    const { namespace } = this;
    for (const listener of props.listeners) listener.admit(namespace);
    const { labels, annotations } = props;
    gatewayApiObject(
      this,
      kind,
      { name: this.name, labels, annotations },
      { parentRefs: props.listeners.map((listener) => this.parentRef(listener)), ...spec },
    );
    this.grant(backends);
  }

  get namespace(): string | undefined {
    return Chart.of(this).namespace;
  }

  private parentRef({ owner, sectionName }: Listener): object {
    const { kind, name, namespace } = owner;
    const elsewhere = namespace === this.namespace ? {} : { namespace };
    return { group: GATEWAY_API_GROUP, kind, name, ...elsewhere, sectionName };
  }

  private grant(backends: readonly ServicePort[]): void {
    const byNamespace = new Map<string, string[]>();
    for (const { namespace, service } of backends) {
      if (namespace === undefined || namespace === this.namespace) continue;
      byNamespace.set(namespace, [...(byNamespace.get(namespace) ?? []), service]);
    }
    for (const [namespace, names] of byNamespace) {
      grantReference(this, namespace, {
        from: { kind: this.kind, name: this.name, namespace: this.namespace },
        to: { group: '', kind: 'Service', namespace, names },
      });
    }
  }
}

/** A backend as the API has it, from a route's namespace. */
export function backendRef(backend: Backend, from: Construct): Record<string, unknown> {
  const { port, weight } = 'service' in backend ? { port: backend, weight: undefined } : backend;
  const elsewhere = port.namespace === Chart.of(from).namespace ? {} : { namespace: port.namespace };
  return { name: port.service, ...elsewhere, port: port.port, ...(weight === undefined ? {} : { weight }) };
}

export const portOf = (backend: Backend): ServicePort => ('service' in backend ? backend : backend.port);
