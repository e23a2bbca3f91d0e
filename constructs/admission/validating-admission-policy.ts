import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { ParamRef } from '../../imports/k8s';
import type { NamedExpression, Validation, ValidationActions } from './expressions';
import { type Match, matchConstraints } from './match';

export interface ValidatingAdmissionPolicyProps {
  /** @default - the construct's id */
  readonly name?: string;
  /** The objects it is for. */
  readonly match: Match;
  /** Conditions in CEL; the policy is for what meets all of them. @default - none */
  readonly matchConditions?: readonly NamedExpression[];
  /** Expressions that others use as `variables.<name>`; a later one may use those before it. @default - none */
  readonly variables?: readonly NamedExpression[];
  readonly validations: readonly [Validation, ...Validation[]];
  /** What happens where an expression ends in an error: the request is refused, or let through. @default Fail */
  readonly failurePolicy?: 'Fail' | 'Ignore';
  /** The kind of object that `params` is; a binding names the object. @default - no parameters */
  readonly paramKind?: { readonly apiVersion: string; readonly kind: string };
}

/** Where a policy holds, and what a violation leads to. */
export interface BindingProps {
  /** @default - the construct's id */
  readonly name?: string;
  /** Never a refusal and a warning, which say the same twice. */
  readonly validationActions: ValidationActions;
  /** Narrows the policy's own match. @default - all that the policy is for */
  readonly matchResources?: Match;
  /** The object that is `params`, for a policy with a `paramKind`. @default - none */
  readonly paramRef?: ParamRef;
}

const API_VERSION = 'admissionregistration.k8s.io/v1';

/**
 * A ValidatingAdmissionPolicy: the API server itself evaluates it (stable since Kubernetes 1.30). It does nothing without a
 * binding.
 */
export class ValidatingAdmissionPolicy extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: ValidatingAdmissionPolicyProps) {
    super(scope, `validating-admission-policy-${id}`);
    this.name = props.name ?? id;
    const { match, matchConditions = [], variables = [], validations, failurePolicy = 'Fail', paramKind } = props;
    new ApiObject(this, 'Default', {
      apiVersion: API_VERSION,
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name: this.name },
      spec: {
        failurePolicy,
        ...(paramKind ? { paramKind } : {}),
        matchConstraints: withDefaults(this, match),
        ...(matchConditions.length > 0 ? { matchConditions: [...matchConditions] } : {}),
        ...(variables.length > 0 ? { variables: [...variables] } : {}),
        validations: [...validations],
      },
    });
  }

  /** Lets the policy hold. */
  bind(id: string, props: BindingProps): ValidatingAdmissionPolicyBinding {
    return new ValidatingAdmissionPolicyBinding(this, id, { ...props, policy: this });
  }
}

export interface ValidatingAdmissionPolicyBindingProps extends BindingProps {
  readonly policy: ValidatingAdmissionPolicy;
}

/** A ValidatingAdmissionPolicyBinding: where a policy holds, and what a violation leads to. */
export class ValidatingAdmissionPolicyBinding extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: ValidatingAdmissionPolicyBindingProps) {
    super(scope, `validating-admission-policy-binding-${id}`);
    this.name = props.name ?? id;
    const { policy, validationActions, matchResources, paramRef } = props;
    new ApiObject(this, 'Default', {
      apiVersion: API_VERSION,
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name: this.name },
      spec: {
        policyName: policy.name,
        validationActions: [...validationActions],
        ...(matchResources ? { matchResources: withDefaults(this, matchResources) } : {}),
        ...(paramRef ? { paramRef } : {}),
      },
    });
  }
}

/** What the API server would add is said: Argo CD would else see a difference for ever. */
export function withDefaults(scope: Construct, match: Match): object {
  const { resourceRules, ...selectors } = matchConstraints(scope, match);
  return {
    matchPolicy: 'Equivalent',
    namespaceSelector: {},
    objectSelector: {},
    ...selectors,
    resourceRules: resourceRules.map((rule) => ({ ...rule, scope: '*' })),
  };
}
