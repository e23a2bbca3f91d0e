import type { Construct } from 'constructs';
import type { NamedExpression } from '../admission/expressions';
import { type Match, matchConstraints } from '../admission/match';
import type { PolicyProps } from './api-object';

/** What all policies of CEL have. */
export interface CelPolicyProps extends PolicyProps {
  /** The objects it is for. */
  readonly match: Match;
  /** Conditions in CEL; the policy is for what meets all of them. @default - none */
  readonly matchConditions?: readonly NamedExpression[];
  /** Expressions that others use as `variables.<name>`; a later one may use those before it. @default - none */
  readonly variables?: readonly NamedExpression[];
}

/** What policies that answer the API server have besides. */
export interface AdmissionProps extends CelPolicyProps {
  /**
   * What happens where Kyverno does not answer, or an expression ends in an error: the request is refused, or let through.
   * @default Fail
   */
  readonly failurePolicy?: 'Fail' | 'Ignore';
  /** How long the API server waits, in seconds, 1 to 30. @default 10 */
  readonly timeoutSeconds?: number;
}

/** Pods' makers that a policy on Pods is carried over to. */
export type PodController = 'deployments' | 'statefulsets' | 'daemonsets' | 'jobs' | 'cronjobs';

/** The part of a spec that all kinds have. */
export function celSpec(scope: Construct, { match, matchConditions = [], variables = [] }: CelPolicyProps) {
  return {
    matchConstraints: matchConstraints(scope, match),
    ...(matchConditions.length > 0 ? { matchConditions: [...matchConditions] } : {}),
    ...(variables.length > 0 ? { variables: [...variables] } : {}),
  };
}

/** The part of a spec that those of the admission have. */
export function admissionSpec(scope: Construct, props: AdmissionProps) {
  const { failurePolicy = 'Fail', timeoutSeconds } = props;
  return {
    ...celSpec(scope, props),
    failurePolicy,
    ...(timeoutSeconds === undefined ? {} : { webhookConfiguration: { timeoutSeconds } }),
  };
}

/** Which makers of Pods a policy covers; nothing is said where it covers all. */
export function autogenSpec(controllers: readonly PodController[] | undefined) {
  return controllers ? { podControllers: { controllers: [...controllers] } } : {};
}
