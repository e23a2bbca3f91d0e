import { Construct } from 'constructs';
import { type Mutation, mutationSpec } from '../admission/expressions';
import { type Match, matchConstraints } from '../admission/match';
import { celObject } from './api-object';
import { type AdmissionProps, admissionSpec, autogenSpec, type PodController } from './cel';

export interface MutatingPolicyProps extends AdmissionProps {
  readonly mutations: readonly [Mutation, ...Mutation[]];
  /**
   * For a policy on Pods: their makers that it covers too. With `[]` the Pods alone are changed, and what is in git stays as it
   * is written.
   * @default - all
   */
  readonly controllers?: readonly PodController[];
  /** Whether it is asked again where another webhook has changed the object after it. @default Never */
  readonly reinvocationPolicy?: 'Never' | 'IfNeeded';
  /** Changes objects that are there already, whenever an object of `match` is written. @default - no */
  readonly existing?: { readonly match: Match };
}

/** A MutatingPolicy: changes objects of the whole cluster before they are stored. Needs Kyverno 1.17. */
export class MutatingPolicy extends Construct {
  readonly kind = 'MutatingPolicy';
  readonly name: string;

  constructor(scope: Construct, id: string, props: MutatingPolicyProps) {
    super(scope, `mutating-policy-${id}`);
    this.name = props.name ?? id;
    celObject(this, this.kind, id, props, mutatingSpec(this, props));
  }
}

/** A NamespacedMutatingPolicy: the same for the objects of its own namespace. Needs Kyverno 1.17. */
export class NamespacedMutatingPolicy extends Construct {
  readonly kind = 'NamespacedMutatingPolicy';
  readonly name: string;

  constructor(scope: Construct, id: string, props: MutatingPolicyProps) {
    super(scope, `namespaced-mutating-policy-${id}`);
    this.name = props.name ?? id;
    celObject(this, this.kind, id, props, mutatingSpec(this, props));
  }
}

function mutatingSpec(scope: Construct, props: MutatingPolicyProps): object {
  const { mutations, controllers, reinvocationPolicy, existing } = props;
  return {
    ...admissionSpec(scope, props),
    ...(controllers ? { autogen: autogenSpec(controllers) } : {}),
    ...(reinvocationPolicy ? { reinvocationPolicy } : {}),
    ...(existing
      ? {
          evaluation: { mutateExisting: { enabled: true } },
          targetMatchConstraints: matchConstraints(scope, existing.match),
        }
      : {}),
    mutations: mutations.map(mutationSpec),
  };
}
