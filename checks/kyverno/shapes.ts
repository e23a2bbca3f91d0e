import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import type { Rule as WrittenRule } from '../policy/evaluation/kyverno/rule';
import { specOf } from '../spec-of';

/** What rules read of a ClusterPolicy or Policy; anything may be missing. */
export interface ClassicSpec {
  readonly background?: boolean;
  readonly rules?: readonly ClassicRule[];
  readonly validationFailureAction?: string;
  readonly validationFailureActionOverrides?: readonly object[];
  readonly failurePolicy?: string;
  readonly webhookTimeoutSeconds?: number;
  readonly webhookConfiguration?: { readonly timeoutSeconds?: number };
  readonly mutateExistingOnPolicyUpdate?: boolean;
  readonly generateExisting?: boolean;
  readonly generateExistingOnPolicyUpdate?: boolean;
}

export type ClassicRule = Partial<Omit<WrittenRule, 'generate' | 'verifyImages' | 'validate'>> & {
  readonly validate?: Record<string, unknown>;
  readonly generate?: Generate;
  readonly verifyImages?: readonly { readonly failureAction?: string; readonly mutateDigest?: boolean }[];
};

export interface Generate {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly cloneList?: { readonly kinds?: readonly string[] };
}

/** A policy with its spec. */
export interface Policy<Spec> {
  readonly entry: Entry;
  readonly spec: Spec;
}

/** A rule of a policy, and its path. */
export interface RuleOf extends Policy<ClassicSpec> {
  readonly rule: ClassicRule;
  readonly at: string;
}

/** ClusterPolicies and Policies. */
export function* classicPolicies(cluster: ClusterView): Iterable<Policy<ClassicSpec>> {
  for (const kind of ['kyverno.io/ClusterPolicy', 'kyverno.io/Policy']) {
    for (const entry of cluster.ofKind(kind)) yield { entry, spec: specOf(entry) };
  }
}

/** Their rules. */
export function* classicRules(cluster: ClusterView): Iterable<RuleOf> {
  for (const policy of classicPolicies(cluster)) {
    for (const rule of policy.spec.rules ?? []) yield { ...policy, rule, at: `spec.rules[${rule.name}]` };
  }
}

/** What rules read of the kinds of CEL. */
export interface CelSpec {
  readonly matchConstraints?: { readonly resourceRules?: readonly ResourceRule[] };
  readonly targetMatchConstraints?: { readonly resourceRules?: readonly ResourceRule[] };
  readonly webhookConfiguration?: { readonly timeoutSeconds?: number };
  readonly evaluation?: {
    readonly admission?: { readonly enabled?: boolean };
    readonly mutateExisting?: { readonly enabled?: boolean };
  };
  readonly schedule?: string;
  readonly generate?: readonly { readonly expression?: string }[];
}

interface ResourceRule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
}

const CEL_KINDS = ['ValidatingPolicy', 'MutatingPolicy', 'GeneratingPolicy', 'ImageValidatingPolicy', 'DeletingPolicy'];

/** Policies of CEL, those of a namespace too. @param kinds without `Namespaced` */
export function* celPolicies(cluster: ClusterView, kinds = CEL_KINDS): Iterable<Policy<CelSpec>> {
  for (const kind of kinds) {
    for (const prefix of ['', 'Namespaced']) {
      for (const entry of cluster.ofKind(`policies.kyverno.io/${prefix}${kind}`)) yield { entry, spec: specOf(entry) };
    }
  }
}
