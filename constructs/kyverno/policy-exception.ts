import { Construct } from 'constructs';
import type { NamedExpression } from '../admission/expressions';
import { celObject, type PolicyProps } from './api-object';

/** A policy that an exception is from. */
export interface PolicyReference {
  readonly kind: string;
  readonly name: string;
}

export interface PolicyExceptionProps extends PolicyProps {
  readonly policies: readonly [PolicyReference, ...PolicyReference[]];
  /** In CEL: what meets all of them is excepted. */
  readonly matchConditions: readonly [NamedExpression, ...NamedExpression[]];
  /** Only these images are excepted, with `*`: for policies that ask for `exceptions.allowedImages`. @default - whole objects */
  readonly images?: readonly string[];
  /** Only these values are: for policies that ask for `exceptions.allowedValues`. @default - whole objects */
  readonly allowedValues?: readonly string[];
  /** What the reports say of it. @default skip */
  readonly reportResult?: 'skip' | 'pass';
}

/**
 * A PolicyException from policies of CEL. It counts where Kyverno is told to read exceptions, and reads those of its namespace.
 * Needs Kyverno 1.17.
 */
export class PolicyException extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: PolicyExceptionProps) {
    super(scope, `policy-exception-${id}`);
    this.name = props.name ?? id;
    const { policies, matchConditions, images, allowedValues, reportResult } = props;
    celObject(this, 'PolicyException', id, props, {
      policyRefs: policies.map(({ kind, name }) => ({ kind, name })),
      matchConditions: [...matchConditions],
      ...(images ? { images: [...images] } : {}),
      ...(allowedValues ? { allowedValues: [...allowedValues] } : {}),
      ...(reportResult ? { reportResult } : {}),
    });
  }
}
