import { Construct } from 'constructs';
import type { NamedExpression } from '../admission/expressions';
import { type Match, matchConstraints } from '../admission/match';
import { celObject, type PolicyProps } from './api-object';

export interface DeletingPolicyProps extends PolicyProps {
  /** What it may delete. Operations mean nothing here: it looks at what is there. */
  readonly match: Omit<Match, 'operations'>;
  /** When it looks, in UTC: five fields, six with a year or seven with seconds too, as Supercronic reads them. */
  readonly schedule: string;
  /** What meets all of them is deleted: a policy without any would delete all of its kinds. */
  readonly conditions: readonly [NamedExpression, ...NamedExpression[]];
  /** @default - none */
  readonly variables?: readonly NamedExpression[];
  /** What becomes of the deleted objects' own. @default - as the API server does for the kind */
  readonly deletionPropagationPolicy?: 'Foreground' | 'Background' | 'Orphan';
}

/** A DeletingPolicy: deletes objects of the whole cluster at fixed times. Needs Kyverno 1.17. */
export class DeletingPolicy extends Construct {
  readonly kind = 'DeletingPolicy';
  readonly name: string;

  constructor(scope: Construct, id: string, props: DeletingPolicyProps) {
    super(scope, `deleting-policy-${id}`);
    this.name = props.name ?? id;
    celObject(this, this.kind, id, props, deletingSpec(this, props));
  }
}

/** A NamespacedDeletingPolicy: the same for the objects of its own namespace. Needs Kyverno 1.17. */
export class NamespacedDeletingPolicy extends Construct {
  readonly kind = 'NamespacedDeletingPolicy';
  readonly name: string;

  constructor(scope: Construct, id: string, props: DeletingPolicyProps) {
    super(scope, `namespaced-deleting-policy-${id}`);
    this.name = props.name ?? id;
    celObject(this, this.kind, id, props, deletingSpec(this, props));
  }
}

function deletingSpec(scope: Construct, props: DeletingPolicyProps): object {
  const { match, schedule, conditions, variables = [], deletionPropagationPolicy } = props;
  return {
    schedule,
    matchConstraints: matchConstraints(scope, { ...match, operations: ['DELETE'] }),
    conditions: [...conditions],
    ...(variables.length > 0 ? { variables: [...variables] } : {}),
    ...(deletionPropagationPolicy ? { deletionPropagationPolicy } : {}),
  };
}
