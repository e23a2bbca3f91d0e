/* Parts of policies in CEL, as the API server, Kyverno and Gatekeeper have them. */

/** A CEL expression with a name. */
export interface NamedExpression {
  readonly name: string;
  readonly expression: string;
}

/** A demand of an object, and what is said where it does not meet it. */
export interface Validation {
  /** True for an object that is as it should be. */
  readonly expression: string;
  readonly message: string;
  /** Gives the message, where it is to name something of the object; `message` stands in where it fails. @default - none */
  readonly messageExpression?: string;
}

/**
 * What a violation leads to: a refusal, a warning to whoever asked, an entry in the reports. Never a refusal and a warning, which
 * say the same twice.
 */
export type ValidationActions =
  | readonly ['Deny']
  | readonly ['Audit']
  | readonly ['Warn']
  | readonly ['Deny', 'Audit']
  | readonly ['Warn', 'Audit'];

/** A change: fields that are merged in as server-side apply does, or a list of JSON patches. Both in CEL. */
export type Mutation =
  /** An `Object{…}` with the fields that are set. */
  | { readonly applyConfiguration: string; readonly jsonPatch?: never }
  /** A list of `JSONPatch{op: …, path: …, value: …}`. */
  | { readonly jsonPatch: string; readonly applyConfiguration?: never };

/** A change as the API has it. */
export function mutationSpec({ applyConfiguration, jsonPatch }: Mutation): object {
  return applyConfiguration === undefined
    ? { patchType: 'JSONPatch', jsonPatch: { expression: jsonPatch } }
    : { patchType: 'ApplyConfiguration', applyConfiguration: { expression: applyConfiguration } };
}
