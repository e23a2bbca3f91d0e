import { applyPatch, type Operation } from 'rfc6902';
import { Undecidable } from '../verdict';

export interface PatchOptions {
  /** Whether `add` makes the maps above the field, as Kyverno's classic rules do. */
  readonly makesPath: boolean;
}

/** A copy of an object with the changes of a JSON patch (RFC 6902). @throws Undecidable for a patch that does not apply */
export function patched<T>(object: T, operations: readonly unknown[], { makesPath }: PatchOptions): T {
  const copy = structuredClone(object);
  for (const operation of structuredClone(operations) as Operation[]) {
    if (makesPath && operation.op === 'add') makePath(copy, operation.path);
    const [error] = applyPatch(copy, [operation]);
    if (error) throw new Undecidable(`has a JSON patch that does not apply: ${error.message}`);
  }
  return copy;
}

/** Empty maps where the path leads through nothing. */
function makePath(object: unknown, path: string): void {
  const keys = path.split('/').slice(1, -1);
  let at = object;
  for (const key of keys.map((each) => each.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    if (typeof at !== 'object' || at === null) return;
    const map = at as Record<string, unknown>;
    if (map[key] === undefined && !Array.isArray(at)) map[key] = {};
    at = map[key];
  }
}
