import type { Construct } from 'constructs';
import { gatewayApiObject } from './api-object';
import type { GatewayClass, Parameters } from './gateway-class';
import type { RoutesFrom } from './listener';
import { ListenerOwner } from './listener-owner';

/** Who issues the certificates of a Gateway's listeners: an Issuer or ClusterIssuer of cert-manager. */
export interface IssuerReference {
  readonly kind: 'Issuer' | 'ClusterIssuer';
  readonly name: string;
}

/** What asks cert-manager's gateway-shim for certificates. */
export function shimAnnotation(issuer: IssuerReference | undefined): Record<string, string> {
  if (!issuer) return {};
  const key = issuer.kind === 'ClusterIssuer' ? 'cert-manager.io/cluster-issuer' : 'cert-manager.io/issuer';
  return { [key]: issuer.name };
}

export interface GatewayProps {
  readonly class: GatewayClass;
  /**
   * cert-manager's gateway-shim makes a Certificate for every HTTPS listener with a hostname and a Secret of the
   * Gateway's own namespace.
   * @default - no issuer: the Secrets come from elsewhere
   */
  readonly issuer?: IssuerReference;
  /** Settings for what the controller makes of this Gateway. @default - the class' */
  readonly infrastructure?: {
    /** The controller's own object with settings, in the Gateway's namespace. @default - the class' */
    readonly parameters?: Parameters;
    /** For all that the controller makes, its Service too: 8 at most, 16 from Gateway API 1.6. */
    readonly annotations?: Readonly<Record<string, string>>;
    /** As the annotations; 8 at most. */
    readonly labels?: Readonly<Record<string, string>>;
  };
  /** Whose ListenerSets may add listeners; it needs Gateway API 1.5. @default - nobody's */
  readonly listenerSetsFrom?: RoutesFrom;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  /** @default - the construct's id */
  readonly name?: string;
}

/**
 * A Gateway: the way into the cluster, with listeners that routes attach to.
 *
 * @example
 * const edge = new Gateway(app, 'edge', { class: envoy });
 * edge.addTcpListener('minecraft', { port: 25565 }).route(app, minecraft.port);
 */
export class Gateway extends ListenerOwner {
  readonly kind = 'Gateway';
  readonly name: string;
  readonly issuer: IssuerReference | undefined;

  constructor(scope: Construct, id: string, props: GatewayProps) {
    super(scope, `gateway-${id}`);
    this.name = props.name ?? id;
    this.issuer = props.issuer;
    const { issuer, listenerSetsFrom: from } = props;
    const { parameters, annotations, labels } = props.infrastructure ?? {};
    gatewayApiObject(
      this,
      'Gateway',
      { name: this.name, labels: props.labels, annotations: { ...shimAnnotation(issuer), ...props.annotations } },
      {
        gatewayClassName: props.class.name,
        infrastructure: props.infrastructure && {
          annotations,
          labels,
          parametersRef: parameters && { group: parameters.group, kind: parameters.kind, name: parameters.name },
        },
        allowedListeners: from && {
          namespaces: typeof from === 'string' ? { from } : { from: 'Selector', selector: from },
        },
        listeners: this.lazyListeners(),
      },
    );
  }
}
