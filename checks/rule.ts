import type { Category, Severity } from '../fleet/finding';
import type { Entry } from '../fleet/model';
import type { ClusterView } from './cluster-view';

/** A rule: one thing that can be wrong, decided from a cluster's objects and facts alone. */
export interface Rule {
  /** `<system>/<what must hold>`, as its file is named: `kubernetes/label-syntax`. */
  readonly id: string;
  /** What is held: the rule in one line, without a full stop. */
  readonly holds: string;
  /** @default error */
  readonly severity?: Severity;
  /** @default object */
  readonly category?: Category;
  /** What would happen in the cluster. */
  readonly effect: string;
  /** The condition reason that the controller sets on the object. @default - it sets none, or none that is known */
  readonly reason?: string;
  /** Where the fact is from, with its version. */
  readonly source: string;
  /** Where a controller's own tests have another answer, and why the rule keeps to its own. @default - nowhere that is known */
  readonly disagrees?: string;
  /** Looks at a cluster and says what is wrong. It asks the view's index, it does not compare all with all. */
  check(cluster: ClusterView, report: Report): void;
}

/** Says that an object breaks the rule. */
export type Report = (entry: Entry, problem: Violation) => void;

export interface Violation {
  /** Where it is not as bad as the rule says. @default - the rule's */
  readonly severity?: Severity;
  /** What would happen, where it is not what the rule says. @default - the rule's */
  readonly effect?: string;
  /** The condition reason, where it is not the rule's. @default - the rule's */
  readonly reason?: string;
  /** What is wrong, with the object's own words. */
  readonly message: string;
  /** How to mend it. */
  readonly fix: string;
  /** The field's path, or the part of the object. */
  readonly section?: string;
  /** A name that is wrong in itself: where others repeat it, it is the same mistake. */
  readonly wrongName?: string;
  /** What else the same mistake leads to: further reasons, and other objects. It is one mistake, so it is one finding. */
  readonly also?: readonly { readonly entry?: Entry; readonly reason?: string }[];
}
