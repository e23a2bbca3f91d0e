/** How far a policy has come: violations are reported first, and refused once nothing is left that would be. */
export interface Rollout {
  readonly action: 'Audit' | 'Enforce';
  /** Namespaces where the other holds. */
  readonly except: readonly string[];
}

/** Violations are reported. @param enforcedIn namespaces where they are refused already */
export function audit({ enforcedIn = [] }: { readonly enforcedIn?: readonly string[] } = {}): Rollout {
  return { action: 'Audit', except: enforcedIn };
}

/** Violations are refused. @param auditedIn namespaces where they are reported still */
export function enforce({ auditedIn = [] }: { readonly auditedIn?: readonly string[] } = {}): Rollout {
  return { action: 'Enforce', except: auditedIn };
}

/** A part of a rollout: the policies of CEL have one action, so two of them share out the namespaces. */
export interface RolloutPart {
  readonly action: Rollout['action'];
  /** What the policy's name ends in. */
  readonly suffix: string;
  /** The namespaces; undefined for all. */
  readonly namespaces?: { readonly operator: 'In' | 'NotIn'; readonly values: readonly string[] };
}

export function partsOf({ action, except }: Rollout): RolloutPart[] {
  if (except.length === 0) return [{ action, suffix: '' }];
  const other = action === 'Audit' ? 'Enforce' : 'Audit';
  const values = [...except].sort();
  return [
    { action, suffix: '', namespaces: { operator: 'NotIn', values } },
    { action: other, suffix: `-${other.toLowerCase()}`, namespaces: { operator: 'In', values } },
  ];
}
