const GROUP = 'admissionregistration.k8s.io';
const POLICY = `${GROUP}/ValidatingAdmissionPolicy`;
export const BINDING = `${GROUP}/ValidatingAdmissionPolicyBinding`;
const MUTATING_POLICY = `${GROUP}/MutatingAdmissionPolicy`;
const MUTATING_BINDING = `${GROUP}/MutatingAdmissionPolicyBinding`;

/** A kind of policy, and the kind that binds it. */
export const FAMILIES = [
  { policy: POLICY, binding: BINDING },
  { policy: MUTATING_POLICY, binding: MUTATING_BINDING },
] as const;

/** What rules read of a policy. */
export interface PolicySpec {
  readonly matchConstraints?: { readonly resourceRules?: readonly object[] };
  readonly paramKind?: { readonly apiVersion?: string; readonly kind?: string };
}

/** What rules read of a binding. */
export interface BindingSpec {
  readonly policyName?: string;
  readonly validationActions?: readonly string[];
  readonly paramRef?: { readonly name?: string; readonly namespace?: string; readonly selector?: object };
}
