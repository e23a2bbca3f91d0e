import type { GroupKind, KubeObject } from '../../../fleet/object';
import type { Admission } from './admission';
import type { Verdict } from './verdict';

/** A policy's rule, compiled once and asked for every object. */
export interface PolicyRule {
  /** The rule's name; undefined for a policy that is one rule. */
  readonly name?: string;
  /** Whether a violation of this object is refused; else it is reported. */
  enforces(admission: Admission): boolean;
  evaluate(admission: Admission): Verdict;
}

/** A policy's change of objects, compiled. */
export interface MutationRule {
  readonly name?: string;
  /** What becomes of an object; undefined where it is left alone. @throws Undecidable */
  mutate(admission: Admission): KubeObject | undefined;
}

/** A policy, compiled. */
export interface CompiledPolicy {
  /** The policy; for the API server's the binding's policy, for Gatekeeper's the constraint. */
  readonly object: KubeObject;
  /** Who evaluates it in the cluster. */
  readonly engine: 'kyverno' | 'api-server' | 'gatekeeper';
  readonly rules: readonly PolicyRule[];
  readonly mutations: readonly MutationRule[];
}

/** Finds another object of the cluster: a binding's policy, a constraint's template, parameters. */
export type Find = (kind: GroupKind, namespace: string | undefined, name: string) => KubeObject | undefined;
