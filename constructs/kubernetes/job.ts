import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { JobSpec } from '../../imports/k8s';
import { podTemplate } from './pod-template';
import { NAME_LABEL, type WorkloadProps } from './workload';

export interface JobTemplateProps extends Omit<WorkloadProps, 'reloader'> {
  /** Tries after the first before the Job has failed. @default 6 */
  readonly backoffLimit?: number;
  /** Seconds until the Job is stopped and has failed. @default - no limit */
  readonly activeDeadlineSeconds?: number;
  /** Seconds until a finished Job is deleted. @default - it stays */
  readonly ttlSecondsAfterFinished?: number;
  /** Whether a container that failed is started again in its Pod, or in a new one. @default Never */
  readonly restartPolicy?: 'Never' | 'OnFailure';
}

export interface JobProps extends JobTemplateProps {
  /**
   * Runs the Job in a phase of each sync, deleting the one before. A Job that is no hook runs once, and a sync of a
   * changed one fails: its template cannot be changed.
   * @default - no hook
   */
  readonly hook?: 'PreSync' | 'Sync' | 'PostSync' | 'SyncFail';
}

/** Pods that run to their end. */
export class Job extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: JobProps) {
    super(scope, `job-${id}`);
    this.name = props.name ?? id;
    new ApiObject(this, 'Default', {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: {
        name: this.name,
        labels: { ...props.labels, [NAME_LABEL]: this.name },
        annotations: { ...hookAnnotations(props.hook), ...props.annotations },
      },
      spec: jobSpec(props),
    });
  }
}

/** A Job's spec. The selector is the Job controller's own. */
export function jobSpec(props: JobTemplateProps): JobSpec {
  return {
    backoffLimit: props.backoffLimit,
    activeDeadlineSeconds: props.activeDeadlineSeconds,
    ttlSecondsAfterFinished: props.ttlSecondsAfterFinished,
    // Its Pods have no name label: a Service or budget of a workload of that name would select them too.
    template: podTemplate(props, {}, props.restartPolicy ?? 'Never'),
  };
}

function hookAnnotations(hook: JobProps['hook']): Record<string, string> {
  if (!hook) return {};
  return {
    'argocd.argoproj.io/hook': hook,
    'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
  };
}
