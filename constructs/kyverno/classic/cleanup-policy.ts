import { Construct } from 'constructs';
import { classicObject, type PolicyProps } from '../api-object';
import { type ClassicMatch, classicMatch } from './match';
import type { Conditions } from './rule';

export interface CleanupPolicyProps extends PolicyProps {
  /** What it may delete. */
  readonly match: ClassicMatch;
  readonly exclude?: ClassicMatch;
  /** When it looks, in UTC: five fields of cron. */
  readonly schedule: string;
  /** Over `target`, an object that is there. */
  readonly conditions: Conditions;
  /** @default - as the API server does for the kind */
  readonly deletionPropagationPolicy?: 'Foreground' | 'Background' | 'Orphan';
}

/** A ClusterCleanupPolicy: deletes objects of the whole cluster at fixed times. Newer Kyverno has DeletingPolicy. */
export class ClusterCleanupPolicy extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: CleanupPolicyProps) {
    super(scope, `cluster-cleanup-policy-${id}`);
    this.name = props.name ?? id;
    classicObject(this, 'v2', 'ClusterCleanupPolicy', id, props, cleanupSpec(this, props));
  }
}

/** A CleanupPolicy: the same for the objects of its own namespace. */
export class CleanupPolicy extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: CleanupPolicyProps) {
    super(scope, `cleanup-policy-${id}`);
    this.name = props.name ?? id;
    classicObject(this, 'v2', 'CleanupPolicy', id, props, cleanupSpec(this, props));
  }
}

function cleanupSpec(scope: Construct, props: CleanupPolicyProps): object {
  const { match, exclude, schedule, conditions, deletionPropagationPolicy } = props;
  return {
    schedule,
    match: classicMatch(scope, match),
    ...(exclude ? { exclude: classicMatch(scope, exclude) } : {}),
    conditions,
    ...(deletionPropagationPolicy ? { deletionPropagationPolicy } : {}),
  };
}
