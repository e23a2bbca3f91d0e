import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import type { DeploymentStrategy } from '../../imports/k8s';
import { podTemplate } from './pod-template';
import { Workload, type WorkloadProps } from './workload';

export interface DeploymentProps<Port extends string = string> extends WorkloadProps<Port> {
  /** How many Pods. An autoscaler decides it where there is one. @default 1 */
  readonly replicas?: number;
  /** `Recreate` where two Pods must not run at once, such as with a ReadWriteOnce claim. @default RollingUpdate */
  readonly strategy?: 'RollingUpdate' | 'Recreate' | DeploymentStrategy;
}

/** Pods that are all alike and hold nothing of their own. */
export class Deployment<Port extends string = string> extends Workload<Port> {
  readonly apiVersion = 'apps/v1';
  readonly kind = 'Deployment';

  constructor(scope: Construct, id: string, props: DeploymentProps<Port>) {
    super('deployment', scope, id, props);
    const { strategy = 'RollingUpdate' } = props;
    new ApiObject(this, 'Default', {
      apiVersion: this.apiVersion,
      kind: this.kind,
      metadata: this.metadataOf(props),
      spec: {
        replicas: Lazy.any({ produce: () => (this.autoscaled ? undefined : (props.replicas ?? 1)) }),
        selector: { matchLabels: this.selector },
        strategy: typeof strategy === 'string' ? { type: strategy } : strategy,
        template: podTemplate(props, this.selector),
      },
    });
  }
}
