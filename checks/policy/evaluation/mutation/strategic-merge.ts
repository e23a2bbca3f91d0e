import { type Fields, isMap } from '../../../fields';
import { anchorOf } from '../kyverno/pattern/anchor';
import { matchPattern } from '../kyverno/pattern/match';
import { hasWildcard } from '../kyverno/wildcard';
import { Undecidable } from '../verdict';

/**
 * Merges a patch of Kyverno's into an object: maps by key, lists of maps by the items' names, all else replaced; `(key)` is a
 * condition, `+(key)` is for what is missing, `null` deletes. Undefined where a condition is not met.
 * Source: Kyverno v1.19, pkg/engine/mutate/patch/strategicPreprocessing.go.
 */
export function strategicMerge(object: unknown, patch: unknown): unknown {
  if (!isMap(patch)) return patch;
  const base = isMap(object) ? object : {};
  if (!meets(base, patch)) return undefined;
  const merged: Record<string, unknown> = { ...base };
  for (const [written, value] of Object.entries(patch)) {
    const { kind, key } = anchorOf(written);
    if (kind === 'condition' || kind === 'global') continue;
    if (key.startsWith('$')) throw new Undecidable(`has a patch with the directive "${key}"`);
    if (kind !== undefined && kind !== 'add') throw new Undecidable(`has a patch with the anchor of "${written}"`);
    if (kind === 'add' && base[key] !== undefined) continue;
    if (value === null) {
      delete merged[key];
      continue;
    }
    const next = Array.isArray(value) ? mergeList(base[key], value) : strategicMerge(base[key], value);
    if (next !== undefined && !isEmptyAddition(base[key], next)) merged[key] = next;
  }
  return merged;
}

/** A map that only had conditions, or additions for what is there, adds nothing. */
const isEmptyAddition = (before: unknown, next: unknown) =>
  before === undefined && isMap(next) && Object.keys(next).length === 0;

function meets(base: Fields, patch: Fields): boolean {
  return Object.entries(patch).every(([written, value]) => {
    const { kind, key } = anchorOf(written);
    if (kind !== 'condition' && kind !== 'global') return true;
    if (!(key in base)) return kind === 'global';
    return matchPattern(base[key], value) === undefined;
  });
}

function mergeList(before: unknown, patch: readonly unknown[]): unknown {
  const items = Array.isArray(before) ? before : [];
  if (!patch.every(isMap)) return [...items, ...patch.filter((each) => !items.includes(each))];
  let merged: unknown[] = [...items];
  for (const each of patch) {
    const conditional = Object.keys(each).some((key) => anchorOf(key).kind === 'condition');
    const name = each['name'];
    if (conditional) merged = merged.map((item) => strategicMerge(item, each) ?? item);
    else if (typeof name === 'string' && !hasWildcard(name)) {
      const at = merged.findIndex((item) => isMap(item) && item['name'] === name);
      if (at < 0) merged.push(strategicMerge({}, each));
      else merged[at] = strategicMerge(merged[at], each);
    } else throw new Undecidable('has a patch of a list whose items have no names');
  }
  return merged.length === 0 ? undefined : merged;
}
