import type { Construct } from 'constructs';
import { type Generate, generateSpec } from './generate';
import { type ClassicMatch, classicMatch, type UserMatch } from './match';
import { type Validate, validateSpec } from './validate';
import { type VerifyImages, verifyImagesSpec } from './verify-images';

/** A comparison, with variables: `{ key: '{{ request.operation }}', operator: 'Equals', value: 'DELETE' }`. */
export interface Condition {
  readonly key: unknown;
  readonly operator: Operator;
  readonly value: unknown;
  readonly message?: string;
}

export type Operator =
  | 'Equals'
  | 'NotEquals'
  | 'AnyIn'
  | 'AllIn'
  | 'AnyNotIn'
  | 'AllNotIn'
  | 'GreaterThan'
  | 'GreaterThanOrEquals'
  | 'LessThan'
  | 'LessThanOrEquals'
  | 'DurationGreaterThan'
  | 'DurationGreaterThanOrEquals'
  | 'DurationLessThan'
  | 'DurationLessThanOrEquals';

/** Conditions: one of `any`, and all of `all`. */
export interface Conditions {
  readonly any?: readonly Condition[];
  readonly all?: readonly Condition[];
}

/** Variables of a rule: a JMESPath over others, or what an API call, a ConfigMap or an image registry says. */
export interface ContextEntry {
  readonly name: string;
  readonly variable?: { readonly value?: unknown; readonly jmesPath?: string; readonly default?: unknown };
  readonly apiCall?: { readonly urlPath: string; readonly jmesPath?: string };
  readonly configMap?: { readonly name: string; readonly namespace?: string };
  readonly imageRegistry?: { readonly reference: string; readonly jmesPath?: string };
}

/** What a rule does: one of these, never two. */
export type Action =
  | { readonly validate: Validate; readonly mutate?: never; readonly generate?: never; readonly verifyImages?: never }
  | { readonly mutate: Mutate; readonly validate?: never; readonly generate?: never; readonly verifyImages?: never }
  | { readonly generate: Generate; readonly validate?: never; readonly mutate?: never; readonly verifyImages?: never }
  | {
      readonly verifyImages: VerifyImages;
      readonly validate?: never;
      readonly mutate?: never;
      readonly generate?: never;
    };

/** A change of the object: a strategic merge with anchors, JSON patches in YAML, or one of them for each element of a list. */
export type Mutate =
  | { readonly patchStrategicMerge: object }
  | { readonly patchesJson6902: string }
  | { readonly foreach: readonly [object, ...object[]] };

/** A rule of a ClusterPolicy or Policy. */
export type ClassicRule<M extends UserMatch = ClassicMatch> = Action & {
  /** Within the policy, once. */
  readonly name: string;
  readonly match: M;
  /** @default - nothing */
  readonly exclude?: M;
  readonly context?: readonly ContextEntry[];
  readonly preconditions?: Conditions;
  /** Conditions in CEL, for a rule that validates with CEL. */
  readonly celPreconditions?: readonly { readonly name: string; readonly expression: string }[];
};

/** A rule as the API has it. */
export function ruleSpec(scope: Construct, rule: ClassicRule<UserMatch>): object {
  const { name, match, exclude, context, preconditions, celPreconditions } = rule;
  return {
    name,
    match: classicMatch(scope, match),
    ...(exclude ? { exclude: classicMatch(scope, exclude) } : {}),
    ...(context ? { context } : {}),
    ...(preconditions ? { preconditions } : {}),
    ...(celPreconditions?.length ? { celPreconditions } : {}),
    ...actionSpec(rule),
  };
}

function actionSpec(rule: Action): object {
  if (rule.validate) return { validate: validateSpec(rule.validate) };
  if (rule.generate) return { generate: generateSpec(rule.generate) };
  if (rule.verifyImages) return { verifyImages: [verifyImagesSpec(rule.verifyImages)] };
  return { mutate: rule.mutate };
}
