import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { clusterOf } from '../../fleet/application';
import { kindFacts } from '../../fleet/kinds';
import { report } from '../../fleet/report';
import type { NamedExpression } from './expressions';
import { type Mutation, mutationSpec } from './expressions';
import type { Match } from './match';
import { withDefaults } from './validating-admission-policy';

export interface MutatingAdmissionPolicyProps {
  /** @default - the construct's id */
  readonly name?: string;
  /** The objects it is for. */
  readonly match: Match;
  /** Conditions in CEL; the policy is for what meets all of them. @default - none */
  readonly matchConditions?: readonly NamedExpression[];
  /** @default - none */
  readonly variables?: readonly NamedExpression[];
  readonly mutations: readonly [Mutation, ...Mutation[]];
  /** @default Fail */
  readonly failurePolicy?: 'Fail' | 'Ignore';
  /** Whether it is asked again where another webhook has changed the object after it. @default Never */
  readonly reinvocationPolicy?: 'Never' | 'IfNeeded';
  /** Where it holds. @default - for all that it matches */
  readonly binding?: { readonly name?: string; readonly matchResources?: Match };
}

const GROUP = 'admissionregistration.k8s.io';

/**
 * A MutatingAdmissionPolicy with its binding: the API server itself changes objects. Stable since Kubernetes 1.36; before, its API
 * is off unless the API server is told otherwise, so a cluster that is older gets an error here.
 */
export class MutatingAdmissionPolicy extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: MutatingAdmissionPolicyProps) {
    super(scope, `mutating-admission-policy-${id}`);
    this.name = props.name ?? id;
    const since = kindFacts(`${GROUP}/MutatingAdmissionPolicy`)?.since?.['v1'] ?? '1.36';
    const { kubernetes } = clusterOf(this).props;
    if (Number(kubernetes.split('.')[1]) < Number(since.split('.')[1])) {
      report(this, {
        rule: 'admission/mutating-version',
        message: `MutatingAdmissionPolicy "${this.name}" needs Kubernetes ${since}; the cluster has ${kubernetes}.`,
        effect: 'The API server does not serve the kind as v1: the sync fails.',
        fix: 'Use a MutatingPolicy of Kyverno.',
      });
    }
    const { match, matchConditions = [], variables = [], mutations, binding = {} } = props;
    new ApiObject(this, 'Default', {
      apiVersion: `${GROUP}/v1`,
      kind: 'MutatingAdmissionPolicy',
      metadata: { name: this.name },
      spec: {
        failurePolicy: props.failurePolicy ?? 'Fail',
        reinvocationPolicy: props.reinvocationPolicy ?? 'Never',
        matchConstraints: withDefaults(this, match),
        ...(matchConditions.length > 0 ? { matchConditions: [...matchConditions] } : {}),
        ...(variables.length > 0 ? { variables: [...variables] } : {}),
        mutations: mutations.map(mutationSpec),
      },
    });
    new ApiObject(this, 'Binding', {
      apiVersion: `${GROUP}/v1`,
      kind: 'MutatingAdmissionPolicyBinding',
      metadata: { name: binding.name ?? this.name },
      spec: {
        policyName: this.name,
        ...(binding.matchResources ? { matchResources: withDefaults(this, binding.matchResources) } : {}),
      },
    });
  }
}
