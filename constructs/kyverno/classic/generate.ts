/** Objects that are made for an object: one from what is said here, or copies of one that is there. */
export type Generate = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** @default - a cluster-scoped object */
  readonly namespace?: string;
  /** Keeps what was made as the rule says. @default true */
  readonly synchronize?: boolean;
  /** Makes it for objects that are there already. @default true */
  readonly generateExisting?: boolean;
  /** What was made stays when the policy goes. @default true */
  readonly orphanDownstreamOnPolicyDelete?: boolean;
} & (
  | { readonly data: object; readonly clone?: never }
  | { readonly clone: { readonly namespace: string; readonly name: string }; readonly data?: never }
);

export function generateSpec(generate: Generate): object {
  const { synchronize = true, generateExisting = true, orphanDownstreamOnPolicyDelete = true, ...rest } = generate;
  return { ...rest, synchronize, generateExisting, orphanDownstreamOnPolicyDelete };
}
