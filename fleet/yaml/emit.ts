import { isBlock, number, scalar } from './scalar';

/**
 * A plain JSON value as a YAML document: keys in a fixed order, no anchors, no line folding, `---` first.
 * It exists because a general YAML library takes longer for a fleet than all the rest of a run.
 * @throws where a value is no JSON (a class instance, NaN, a function).
 */
export function emit(document: object): string {
  if (Array.isArray(document)) throw new Error('A document is an object, not a list.');
  const text = map(document as Record<string, unknown>, 0);
  return text === '' ? '---\n{}\n' : `---${text}\n`;
}

/** Several documents in one file, in the order given. */
export function emitAll(documents: readonly object[]): string {
  return documents.map(emit).join('');
}

const INDENTS = Array.from({ length: 24 }, (_, depth) => `\n${'  '.repeat(depth)}`);
const indent = (depth: number) => INDENTS[depth] ?? `\n${'  '.repeat(depth)}`;

function map(value: Record<string, unknown>, depth: number): string {
  let out = '';
  const starts = STARTS[depth] ?? new Map<string, string>();
  for (const key of sortedKeys(value)) {
    const item = value[key];
    if (item === undefined) continue;
    out += starts.get(key) ?? startOf(key, depth);
    out += node(item, depth);
  }
  return out;
}

/** Lines up to the colon, by depth and key: a fleet has few different ones, and very often. */
const STARTS = INDENTS.map(() => new Map<string, string>());

/** An implicit key may have 1,024 characters at most; a longer one is written with `?`. */
function startOf(key: string, depth: number): string {
  const name = scalar(key);
  const start = name.length > 1000 ? `${indent(depth)}? ${name}${indent(depth)}:` : `${indent(depth)}${name}:`;
  const known = STARTS[depth];
  if (known && known.size < 10_000) known.set(key, start);
  return start;
}

/** What stands after `key:` or `-`. */
function node(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return TEXTS.get(value) ?? text(value, depth);
    case 'number':
      return ` ${number(value)}`;
    case 'boolean':
      return value ? ' true' : ' false';
    case 'object':
      if (value === null) return ' null';
      if (Array.isArray(value)) return list(value, depth);
      if (Object.getPrototypeOf(value) !== Object.prototype) break;
      return map(value as Record<string, unknown>, depth + 1) || ' {}';
  }
  throw new Error(`A ${value?.constructor?.name ?? typeof value} cannot be written to a manifest.`);
}

/** Short texts as they are written: names, labels and images stand in many places. */
const TEXTS = new Map<string, string>();

function text(value: string, depth: number): string {
  if (isBlock(value)) return block(value, depth + 1);
  const written = ` ${scalar(value)}`;
  if (value.length <= 40 && TEXTS.size < 10_000) TEXTS.set(value, written);
  return written;
}

/** Items stand at the indentation of their key, as kubectl writes them. */
function list(items: readonly unknown[], depth: number): string {
  if (items.length === 0) return ' []';
  let out = '';
  for (const item of items) {
    const text = node(item ?? null, depth);
    // A map's first key stands beside its dash, a nested list's first dash too.
    const nested = text.startsWith('\n') ? ` ${text.slice(indent(depth + 1).length)}` : text;
    out += `${indent(depth)}-${Array.isArray(item) && item.length > 0 ? nestedList(item, depth) : nested}`;
  }
  return out;
}

function nestedList(items: readonly unknown[], depth: number): string {
  return ` ${list(items, depth + 1).slice(indent(depth + 1).length)}`;
}

function block(text: string, depth: number): string {
  const body = text.replace(/\n+$/, '');
  const breaks = text.length - body.length;
  const head = breaks === 0 ? ' |-' : breaks === 1 ? ' |' : ' |+';
  const lines = body.split('\n').map((line) => (line === '' ? '\n' : `${indent(depth)}${line}`));
  return `${head}${lines.join('')}${'\n'.repeat(Math.max(0, breaks - 1))}`;
}

/** The order of keys: what identifies an object or an item first, the rest by name. */
const FIRST: Readonly<Record<string, number>> = { apiVersion: 1, kind: 2, metadata: 3, name: 4, namespace: 5 };

function sortedKeys(value: Record<string, unknown>): string[] {
  const keys = Object.keys(value);
  for (let i = 1; i < keys.length; i++) {
    if (compareKeys(keys[i - 1] ?? '', keys[i] ?? '') > 0) return keys.sort(compareKeys);
  }
  return keys;
}

function compareKeys(a: string, b: string): number {
  const first = (FIRST[a] ?? 9) - (FIRST[b] ?? 9);
  return first !== 0 ? first : a < b ? -1 : 1;
}
