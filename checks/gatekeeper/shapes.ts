import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';

export const TEMPLATE = 'templates.gatekeeper.sh/ConstraintTemplate';
const CONSTRAINTS = 'constraints.gatekeeper.sh';

/** What rules read of a template. */
export interface TemplateSpec {
  readonly crd?: {
    readonly spec?: {
      readonly names?: { readonly kind?: string };
      readonly validation?: { readonly openAPIV3Schema?: Schema };
    };
  };
  readonly targets?: readonly {
    readonly target?: string;
    readonly rego?: string;
    readonly code?: readonly { readonly engine?: string }[];
  }[];
}

/** A schema of OpenAPI, as templates have it. */
export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
}

/** Constraints of every kind. */
export function* constraintsOf(cluster: ClusterView): Iterable<Entry> {
  for (const kind of cluster.kinds()) if (kind.startsWith(`${CONSTRAINTS}/`)) yield* cluster.ofKind(kind);
}
