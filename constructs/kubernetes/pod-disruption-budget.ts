import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { refuseForeign } from './foreign';
import type { Workload } from './workload';

/** One of the two: how many Pods must stay, or how many may go; a number or a percentage such as `50%`. */
export type Disruption =
  | { readonly minAvailable: number | string; readonly maxUnavailable?: never }
  | { readonly maxUnavailable: number | string; readonly minAvailable?: never };

export type PodDisruptionBudgetProps = Disruption & {
  readonly workload: Workload;
  /** @default - the workload's name */
  readonly name?: string;
};

/** How many Pods of a workload may be evicted at once when a node is drained. Pods that are not ready never block a drain. */
export class PodDisruptionBudget extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: PodDisruptionBudgetProps) {
    super(scope, `disruption-budget-${id}`);
    this.name = props.name ?? props.workload.name;
    const { minAvailable, maxUnavailable, workload } = props;
    refuseForeign(this, workload, 'A budget selects Pods of its own namespace only.');
    new ApiObject(this, 'Default', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: this.name },
      spec: {
        minAvailable,
        maxUnavailable,
        selector: { matchLabels: workload.selector },
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
      },
    });
  }
}
