import type { Validation } from '../../admission/expressions';
import type { Conditions, ContextEntry } from './rule';

/** What an object is compared with: one of these, never two. */
export type Demand =
  | { readonly pattern: unknown }
  | { readonly anyPattern: readonly [unknown, ...unknown[]] }
  | { readonly deny: { readonly conditions: Conditions } }
  | { readonly foreach: readonly [ForEach, ...ForEach[]] }
  | {
      readonly cel: {
        readonly expressions: readonly [Validation, ...Validation[]];
        readonly variables?: readonly { readonly name: string; readonly expression: string }[];
      };
    }
  | { readonly podSecurity: AllowedPodSecurity };

/** A demand of each element of a list, which JMESPath finds. */
export interface ForEach {
  readonly list: string;
  readonly context?: readonly ContextEntry[];
  readonly preconditions?: Conditions;
  readonly pattern?: unknown;
  readonly anyPattern?: readonly unknown[];
  readonly deny?: { readonly conditions: Conditions };
  readonly foreach?: readonly ForEach[];
}

/** A level of the Pod Security Standards, and what it lets pass. */
export interface AllowedPodSecurity {
  readonly level: 'baseline' | 'restricted';
  /** @default latest */
  readonly version?: string;
  readonly exclude?: readonly {
    readonly controlName: string;
    readonly images?: readonly string[];
    readonly restrictedField?: string;
    readonly values?: readonly string[];
  }[];
}

export type Validate = Demand & {
  readonly message: string;
  /** Whether a violation is refused, or reported. @default Audit, as Kyverno's */
  readonly failureAction?: FailureAction;
  /** Namespaces where the other holds. Only a ClusterPolicy has namespaces. @default - none */
  readonly failureActionOverrides?: readonly FailureActionOverride[];
};

export type FailureAction = 'Enforce' | 'Audit';

export interface FailureActionOverride {
  readonly action: FailureAction;
  readonly namespaces: readonly [string, ...string[]];
}

/** The action is said: the API server would add it, and Argo CD see a difference. */
export function validateSpec(validate: Validate): object {
  const { failureAction = 'Audit', failureActionOverrides, message, ...demand } = validate;
  return {
    message,
    failureAction,
    ...(failureActionOverrides?.length ? { failureActionOverrides } : {}),
    // The API server adds the version.
    ...('podSecurity' in demand ? { podSecurity: { version: 'latest', ...demand.podSecurity } } : demand),
  };
}
