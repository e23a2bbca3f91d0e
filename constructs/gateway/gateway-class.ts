import { Construct } from 'constructs';
import { gatewayApiObject } from './api-object';

/** An object with a controller's own settings, such as an EnvoyProxy. */
export interface Parameters {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
}

export interface GatewayClassProps {
  /** Which controller takes the class' Gateways; it cannot be changed later. */
  readonly controllerName: string;
  /** Settings for all Gateways of the class. @default - the controller's own */
  readonly parameters?: Parameters;
  readonly description?: string;
  /** @default - the construct's id */
  readonly name?: string;
}

/** A GatewayClass: which controller makes Gateways real, and with which settings. It is cluster-scoped. */
export class GatewayClass extends Construct {
  readonly kind = 'GatewayClass';
  readonly name: string;

  constructor(scope: Construct, id: string, props: GatewayClassProps) {
    super(scope, `gateway-class-${id}`);
    this.name = props.name ?? id;
    const { controllerName, parameters, description } = props;
    gatewayApiObject(
      this,
      this.kind,
      { name: this.name },
      { controllerName, description, parametersRef: parameters && toRef(parameters) },
    );
  }
}

/** Without a namespace a controller looks elsewhere: Envoy Gateway in "default". */
function toRef({ group, kind, name, namespace }: Parameters): object {
  return { group, kind, name, namespace };
}
