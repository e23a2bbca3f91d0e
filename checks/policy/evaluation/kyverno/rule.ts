import type { Validation } from '../cel-policy';
import type { Condition } from './conditions';
import type { ContextEntry } from './context';
import type { PodSecurity } from './pod-security';
import type { Selection } from './selection';

/** A rule of a ClusterPolicy or Policy. */
export interface Rule {
  readonly name: string;
  readonly match: Selection;
  readonly exclude?: Selection;
  readonly context?: readonly ContextEntry[];
  readonly preconditions?: Conditions;
  readonly celPreconditions?: readonly { readonly name: string; readonly expression: string }[];
  readonly validate?: ValidateRule;
  readonly mutate?: MutateRule;
  readonly generate?: object;
  readonly verifyImages?: readonly VerifyImagesRule[];
}

/** Images that have to be signed. */
export interface VerifyImagesRule {
  readonly imageReferences?: readonly string[];
  readonly failureAction?: string;
}

/** A change of the object: one of the first two, or one for each element of a list. */
export interface MutateRule {
  readonly patchStrategicMerge?: unknown;
  readonly patchesJson6902?: string;
  readonly foreach?: readonly (MutateRule & Omit<ForEach, keyof Demand | 'foreach'>)[];
  /** Objects that are there already. */
  readonly targets?: readonly object[];
}

/** Conditions in the present form, or a list of which all must hold. */
export type Conditions = AnyAll | readonly Condition[] | readonly AnyAll[];

export interface AnyAll {
  readonly any?: readonly Condition[];
  readonly all?: readonly Condition[];
}

/** What an object, or an element of one, is compared with. */
export interface Demand {
  readonly pattern?: unknown;
  readonly anyPattern?: readonly unknown[];
  readonly deny?: { readonly conditions?: Conditions };
  readonly foreach?: readonly ForEach[];
}

export interface ForEach extends Demand {
  readonly list: string;
  readonly context?: readonly ContextEntry[];
  readonly preconditions?: Conditions;
  /** Whether patterns are compared with the element. @default - true for maps */
  readonly elementScope?: boolean;
}

export interface ValidateRule extends Demand {
  readonly message?: string;
  readonly failureAction?: string;
  readonly podSecurity?: PodSecurity;
  readonly cel?: {
    readonly expressions?: readonly Validation[];
    readonly variables?: readonly { readonly name: string; readonly expression: string }[];
    readonly paramKind?: object;
  };
}
