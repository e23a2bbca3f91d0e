import type { NamedExpression, Validation } from '../../admission/expressions';
import type { Match } from '../../admission/match';
import type { PolicyText } from '../api-object';
import type { PodController } from '../cel';
import type { Mutate } from '../classic/rule';

/** A policy before it has a form: a PolicySet writes it as the cluster's Kyverno wants it, audited or enforced. */
export type PolicyDefinition = Common & (Demanding | Generating);

interface Common extends Required<Omit<PolicyText, 'subject'>> {
  readonly name: string;
  readonly match: Match;
  /** For a policy on Pods: their makers that it covers too. @default - all */
  readonly controllers?: readonly PodController[];
}

/** Objects have to be so. */
export interface Demanding {
  /** Conditions in CEL; the policy is for what meets all of them. @default - none */
  readonly matchConditions?: readonly NamedExpression[];
  /** Expressions that others use as `variables.<name>`. @default - none */
  readonly variables?: readonly NamedExpression[];
  /** Only what Kubernetes' own CEL has: a classic policy does not know Kyverno's functions. */
  readonly validations: readonly [Validation, ...Validation[]];
  /** What is done where the policy is enforced, in place of a refusal. @default - a refusal */
  readonly remedy?: { readonly mutate: Change };
}

/** Namespaces have to have an object: it is made for them where the policy is enforced. */
export interface Generating {
  readonly remedy: { readonly generate: GeneratedObject };
  readonly matchConditions?: never;
  readonly validations?: never;
  readonly variables?: never;
}

/** A change that makes an object meet the demand, in both languages. */
export interface Change {
  /** In CEL: an `Object{…}` with the fields that are set. */
  readonly applyConfiguration: string;
  /** The same for the classic form. */
  readonly classic: Mutate;
}

/** An object that is made for each Namespace, in it. */
export interface GeneratedObject {
  readonly apiVersion: string;
  readonly kind: string;
  /** The name in the API's path: `networkpolicies`. */
  readonly plural: string;
  readonly name: string;
  readonly spec: object;
}
