import type { Finding, ObjectReference, Problem } from './finding';
import type { Entry } from './model';

/** A finding about one object of a cluster: it says which object, and which construct made it. */
export function entryFinding(cluster: string, entry: Entry, problem: Problem): Finding {
  return {
    severity: 'error',
    category: 'object',
    cluster,
    path: `${cluster}/${entry.path}`,
    object: referenceTo(entry),
    ...problem,
  };
}

/** An object, as a finding names it. */
export function referenceTo({ object }: Entry): ObjectReference {
  const { name, namespace } = object.metadata;
  return { apiVersion: object.apiVersion, kind: object.kind, ...(namespace ? { namespace } : {}), name };
}
