import { type Fields, isMap } from '../../../../fields';
import { hasWildcard, matchesWildcard } from '../wildcard';
import { type Anchor, anchorOf } from './anchor';
import { matchesScalar } from './scalar';

/** How a value and a pattern compare: undefined where it is as wanted. */
export type Mismatch = { readonly skip: boolean; readonly at: string; readonly message: string } | undefined;

/**
 * Compares a value with a pattern of a Kyverno policy. An unmet condition (`()`, `<()`) is a skip: the rule does not apply.
 * Source: Kyverno v1.19, pkg/engine/validate and pkg/engine/anchor.
 */
export function matchPattern(value: unknown, pattern: unknown, at = ''): Mismatch {
  if (isMap(pattern)) {
    return isMap(value) ? matchMap(value, pattern, at) : no(at, 'is no map, as the pattern has it');
  }
  if (Array.isArray(pattern)) {
    return Array.isArray(value) ? matchList(value, pattern, at) : no(at, 'is no list, as the pattern has it');
  }
  const values = Array.isArray(value) ? value : [value];
  return values.every((each) => matchesScalar(each, pattern)) ? undefined : no(at, `is not ${JSON.stringify(pattern)}`);
}

const no = (at: string, message: string): Mismatch => ({ skip: false, at, message });
const isString = (value: unknown): value is string => typeof value === 'string';

function matchMap(value: Fields, written: Fields, at: string): Mismatch {
  const pattern = withMetadataKeys(written, value);
  const keys = Object.keys(pattern).sort();
  const anchored = keys.filter((key) =>
    ['condition', 'equality', 'existence', 'negation'].includes(anchorOf(key).kind ?? ''),
  );
  let skipped: Mismatch;
  let skippedHere = false;
  let applied = false;
  for (const key of anchored) {
    const mismatch = matchAnchor(anchorOf(key), value, pattern[key], at);
    if (!mismatch) applied = true;
    else if (mismatch.skip) {
      skipped ??= mismatch;
      // A condition of this very map, not one within a list below it.
      skippedHere ||= !('inList' in mismatch);
    } else if (!skippedHere) return mismatch;
  }
  if (skipped && (!applied || skippedHere)) return skipped;
  for (const key of nestedFirst(
    keys.filter((key) => !anchored.includes(key)),
    pattern,
  )) {
    const mismatch = matchKey(anchorOf(key), key, value, pattern[key], at);
    if (mismatch) return mismatch;
  }
  return undefined;
}

function matchKey(anchor: Anchor, key: string, value: Fields, pattern: unknown, at: string): Mismatch {
  if (anchor.kind === 'global') {
    if (!(anchor.key in value)) return undefined;
    const mismatch = matchPattern(value[anchor.key], pattern, `${at}/${anchor.key}`);
    return mismatch && { ...mismatch, skip: true };
  }
  const item = value[key];
  if (pattern === '*') return item === undefined || item === null ? no(`${at}/${key}`, 'is missing') : undefined;
  return matchPattern(item, pattern, `${at}/${key}`);
}

function matchAnchor({ kind, key }: Anchor, value: Fields, pattern: unknown, at: string): Mismatch {
  const below = `${at}/${key}`;
  const there = key in value;
  if (kind === 'negation') return there ? no(below, 'must not be there') : undefined;
  if (kind === 'condition') {
    if (!there) return { skip: true, at: below, message: 'is not there, so the rule does not apply' };
    const mismatch = matchPattern(value[key], pattern, below);
    return mismatch && { skip: true, at: mismatch.at, message: mismatch.message };
  }
  if (!there) return undefined;
  if (kind === 'equality') return matchPattern(value[key], pattern, below);
  const list = value[key];
  if (!Array.isArray(list) || !Array.isArray(pattern)) return no(below, 'is no list');
  const all = pattern.every((wanted) => list.some((item) => matchPattern(item, wanted, below) === undefined));
  return all ? undefined : no(below, 'has no item as the pattern wants one');
}

function matchList(values: readonly unknown[], pattern: readonly unknown[], at: string): Mismatch {
  if (pattern.length === 0) return no(at, 'is compared with an empty list');
  const [first] = pattern;
  if (!isMap(first) && !Array.isArray(first)) return matchPattern(values, first, at);
  if (Array.isArray(first) && values.length < pattern.length) return no(at, 'has too few items');
  let skipped: Mismatch;
  let applied = false;
  const pairs = isMap(first) ? values.map((value) => [value, first]) : pattern.map((wanted, i) => [values[i], wanted]);
  for (const [i, [value, wanted]] of pairs.entries()) {
    const mismatch = matchPattern(value, wanted, `${at}/${i}`);
    if (!mismatch) applied = true;
    else if (mismatch.skip) skipped ??= mismatch;
    else return mismatch;
  }
  return applied || !skipped ? undefined : ({ ...skipped, inList: true } as Mismatch);
}

/** Keys with anchors below them come first, so that a rule that does not apply is skipped and not failed. */
function nestedFirst(keys: readonly string[], pattern: Fields): string[] {
  const first = keys.filter((key) => anchorOf(key).kind === 'global' || hasAnchors(pattern[key]));
  return [...first.reverse(), ...keys.filter((key) => !first.includes(key))];
}

function hasAnchors(pattern: unknown): boolean {
  if (Array.isArray(pattern)) return pattern.some(hasAnchors);
  if (!isMap(pattern)) return false;
  return Object.entries(pattern).some(
    ([key, below]) => !['add', undefined].includes(anchorOf(key).kind) || hasAnchors(below),
  );
}

/** Keys of labels and annotations may have wildcards: each becomes the first that it matches. */
function withMetadataKeys(pattern: Fields, value: Fields): Fields {
  const metadata = Object.keys(pattern).find((key) => anchorOf(key).key === 'metadata');
  const wanted = metadata === undefined ? undefined : pattern[metadata];
  if (metadata === undefined || !isMap(wanted) || !isMap(value['metadata'])) return pattern;
  const expanded = Object.fromEntries(
    Object.entries(wanted).map(([key, tags]) => {
      const tag = anchorOf(key).key;
      const there = (value['metadata'] as Fields)[tag];
      const expandable = (tag === 'labels' || tag === 'annotations') && isMap(tags) && isMap(there);
      return [key, expandable ? expand(tags, there) : tags];
    }),
  );
  return { ...pattern, [metadata]: expanded };
}

function expand(tags: Fields, there: Fields): Fields {
  return Object.fromEntries(
    Object.entries(tags)
      .filter(([, wanted]) => isString(wanted))
      .map(([key, wanted]) => {
        if (!hasWildcard(key)) return [key, wanted];
        const anchor = anchorOf(key);
        const found = Object.keys(there).find((name) => matchesWildcard(anchor.key, name)) ?? anchor.key;
        return [anchor.kind === undefined ? found : `${anchor.prefix}(${found})`, wanted];
      }),
  );
}
