import type { ResourceRequirements } from '../../imports/k8s';

/** Values of the chart argo-cd 10.1.1, as far as this project sets them; others go through as they are. */
export interface ArgoCdValues {
  readonly global?: { readonly domain?: string; readonly [key: string]: unknown };
  readonly configs?: {
    /** argocd-cm: flat, dotted keys. */
    readonly cm?: Readonly<Record<string, string | boolean | number>>;
    /** argocd-cmd-params-cm: flat, dotted keys. */
    readonly params?: Readonly<Record<string, string | boolean | number>>;
    /** argocd-rbac-cm. */
    readonly rbac?: Readonly<Record<string, string | boolean>>;
    readonly [key: string]: unknown;
  };
  readonly controller?: ComponentValues;
  readonly server?: ComponentValues;
  readonly repoServer?: ComponentValues;
  readonly applicationSet?: ComponentValues;
  readonly redis?: ComponentValues;
  readonly dex?: ComponentValues & { readonly enabled?: boolean };
  readonly notifications?: ComponentValues & { readonly enabled?: boolean };
  readonly [key: string]: unknown;
}

export interface ComponentValues {
  readonly replicas?: number;
  readonly resources?: ResourceRequirements;
  readonly [key: string]: unknown;
}

/** Merges values as Helm does: maps key by key, anything else replaced by the stronger side. */
export function mergeValues<T extends object>(weak: T, strong: T): T {
  const out = { ...weak } as Record<string, unknown>;
  for (const [key, value] of Object.entries(strong)) {
    const below = out[key];
    out[key] = isMap(below) && isMap(value) ? mergeValues(below, value) : value;
  }
  return out as T;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
