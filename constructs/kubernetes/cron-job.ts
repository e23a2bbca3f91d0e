import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { type JobTemplateProps, jobSpec } from './job';
import { NAME_LABEL } from './workload';

export interface CronJobProps extends JobTemplateProps {
  /** Five fields: minute, hour, day of month, month, day of week (0 to 6); or `@daily` and the like. */
  readonly schedule: string;
  /** The time zone of the schedule, such as `Europe/Stockholm`. @default - the controller's, which is UTC nearly everywhere */
  readonly timeZone?: string;
  /** What happens when a run is due and the one before still goes on. @default Forbid */
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  /** Seconds after which a missed start is let go. @default 600; with none, 100 missed starts stop the CronJob for ever */
  readonly startingDeadlineSeconds?: number;
  /** @default 3 */
  readonly successfulJobsHistoryLimit?: number;
  /** @default 1 */
  readonly failedJobsHistoryLimit?: number;
  /** Keeps it from running. @default false */
  readonly suspend?: boolean;
}

/** A Job by the clock. */
export class CronJob extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: CronJobProps) {
    super(scope, `cron-job-${id}`);
    this.name = props.name ?? id;
    new ApiObject(this, 'Default', {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: {
        name: this.name,
        labels: { ...props.labels, [NAME_LABEL]: this.name },
        annotations: props.annotations,
      },
      spec: {
        schedule: props.schedule,
        timeZone: props.timeZone,
        concurrencyPolicy: props.concurrencyPolicy ?? 'Forbid',
        startingDeadlineSeconds: props.startingDeadlineSeconds ?? 600,
        successfulJobsHistoryLimit: props.successfulJobsHistoryLimit,
        failedJobsHistoryLimit: props.failedJobsHistoryLimit,
        ...(props.suspend ? { suspend: true } : {}),
        jobTemplate: { spec: jobSpec(props) },
      },
    });
  }
}
