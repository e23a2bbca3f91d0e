import { applyPatch, type Operation } from 'rfc6902';
import { Undecidable } from '../verdict';

/** A copy of an object with the changes of a JSON patch (RFC 6902). @throws Undecidable for a patch that does not apply */
export function patched<T>(object: T, operations: readonly unknown[]): T {
  const copy = structuredClone(object);
  const errors = applyPatch(copy, structuredClone(operations) as Operation[]).filter((error) => error !== null);
  if (errors.length > 0) throw new Undecidable(`has a JSON patch that does not apply: ${errors[0]?.message}`);
  return copy;
}
