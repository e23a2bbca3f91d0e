import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { HorizontalPodAutoscalerBehavior, MetricSpec } from '../../imports/k8s';
import { refuseForeign } from './foreign';
import type { Workload } from './workload';

export interface HorizontalPodAutoscalerProps {
  readonly workload: Workload;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** The use of CPU that it aims at, in per cent of what is requested. @default - not by CPU */
  readonly cpuUtilization?: number;
  /** The use of memory that it aims at, in per cent of what is requested. @default - not by memory */
  readonly memoryUtilization?: number;
  /** Any other metrics. @default - none */
  readonly metrics?: readonly MetricSpec[];
  readonly behavior?: HorizontalPodAutoscalerBehavior;
  /** @default - the workload's name */
  readonly name?: string;
}

/**
 * Scales a workload by what it uses. The workload then says no number of replicas: Argo CD and the autoscaler would
 * set it in turn.
 */
export class HorizontalPodAutoscaler extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: HorizontalPodAutoscalerProps) {
    super(scope, `autoscaler-${id}`);
    const { workload, minReplicas, maxReplicas, cpuUtilization, memoryUtilization, behavior } = props;
    this.name = props.name ?? workload.name;
    workload.autoscaled = true;
    const metrics = [
      ...(cpuUtilization ? [utilization('cpu', cpuUtilization)] : []),
      ...(memoryUtilization ? [utilization('memory', memoryUtilization)] : []),
      ...(props.metrics ?? []),
    ];
    refuseForeign(this, workload, 'An autoscaler scales what is in its own namespace only.');
    new ApiObject(this, 'Default', {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: this.name },
      spec: {
        scaleTargetRef: { apiVersion: workload.apiVersion, kind: workload.kind, name: workload.name },
        minReplicas,
        maxReplicas,
        // No list at all means the API's default, 80 % of the CPU.
        ...(metrics.length > 0 ? { metrics } : {}),
        behavior,
      },
    });
  }
}

function utilization(name: string, averageUtilization: number): MetricSpec {
  return { type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization } } };
}
