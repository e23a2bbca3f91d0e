/** How bad it is: an error stops the publishing, a warning is shown. */
export type Severity = 'error' | 'warning';

/** `schema`: the API server refuses it; `object`: one object is at fault; `reference`: what it points at is. */
export type Category = 'schema' | 'object' | 'reference';

/** Something wrong, as a person needs it told: what, where, what would happen, and how to mend it. */
export interface Finding {
  /** The rule's id: `kubernetes/label-syntax`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly category: Category;
  /** What is wrong. */
  readonly message: string;
  /** What would happen in the cluster. */
  readonly effect?: string;
  /** How to mend it. */
  readonly fix?: string;
  /** The cluster. */
  readonly cluster?: string;
  /** The construct's path, the cluster's name first. */
  readonly path?: string;
  /** The line of `clusters/` or `apps/` that made it: `clusters/oden.ts:12:5`. */
  readonly location?: string;
  /** The object at fault. */
  readonly object?: ObjectReference;
  /** The condition reason that the controller would set on the object. */
  readonly reason?: string;
  /** The part of the object: a field's path, a listener, a port. */
  readonly section?: string;
  /** A name that is wrong in itself: where others repeat it, it is the same mistake. @default - none */
  readonly wrongName?: string;
  /** What else the same mistake leads to. @default - nothing */
  readonly also?: readonly Consequence[];
}

/** A condition that a mistake sets besides, on the same object or on one that depends on it. */
export interface Consequence {
  readonly object: ObjectReference;
  /** The condition reason, where it is known. */
  readonly reason?: string;
}

export interface ObjectReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** What a construct or a rule says; the engine adds where it was. */
export type Problem = Pick<Finding, 'rule' | 'message'> & Partial<Finding>;

/** Findings that ended the work. */
export class FleetError extends Error {
  constructor(readonly findings: readonly Finding[]) {
    super(findings.map((f) => f.message).join('\n'));
    this.name = 'FleetError';
  }
}
