import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { GATEWAY_API_GROUP } from '../../facts/gateway-api';
import { gatewayApiObject } from './api-object';
import { type Gateway, type IssuerReference, shimAnnotation } from './gateway';
import { ListenerOwner } from './listener-owner';

export interface ListenerSetProps {
  /** The Gateway whose `listenerSetsFrom` lets this namespace in. */
  readonly gateway: Gateway;
  /** Who makes its listeners' certificates; cert-manager has to be told to look at ListenerSets (`enableListenerSet`). @default - nobody */
  readonly issuer?: IssuerReference;
  readonly annotations?: Readonly<Record<string, string>>;
  /** @default - the construct's id */
  readonly name?: string;
}

/** A ListenerSet: listeners that another team adds to a Gateway, with certificates of its own namespace. */
export class ListenerSet extends ListenerOwner {
  readonly kind = 'ListenerSet';
  readonly name: string;

  constructor(scope: Construct, id: string, props: ListenerSetProps) {
    super(scope, `listener-set-${id}`);
    this.name = props.name ?? id;
    const { gateway, issuer, annotations } = props;
    const namespace = gateway.namespace === Chart.of(this).namespace ? undefined : gateway.namespace;
    gatewayApiObject(
      this,
      'ListenerSet',
      { name: this.name, annotations: { ...shimAnnotation(issuer), ...annotations } },
      {
        parentRef: { group: GATEWAY_API_GROUP, kind: gateway.kind, name: gateway.name, namespace },
        listeners: this.lazyListeners(),
      },
    );
  }
}
