import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';

export interface ServiceAccountProps {
  /** @default - the construct's id */
  readonly name?: string;
  /** Annotations, such as the cloud role it stands for. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A ServiceAccount. A Pod gets its token only where the workload names the account. */
export class ServiceAccount extends Construct {
  readonly kind = 'ServiceAccount';
  readonly name: string;
  readonly namespace: string | undefined;

  constructor(scope: Construct, id: string, props: ServiceAccountProps = {}) {
    super(scope, `service-account-${id}`);
    this.name = props.name ?? id;
    this.namespace = Chart.of(this).namespace;
    new ApiObject(this, 'Default', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: this.name, annotations: props.annotations },
      automountServiceAccountToken: false,
    });
  }
}
