import { isBlock, number, scalar } from './scalar';
import { indent, Shape } from './shape';

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

function map(value: Record<string, unknown>, depth: number): string {
  const shape = Shape.of(value);
  return entries(value, shape, shape.startsAt(depth), depth);
}

function entries(value: Record<string, unknown>, { keys }: Shape, starts: readonly string[], depth: number): string {
  let out = '';
  for (let i = 0; i < keys.length; i++) {
    const item = value[keys[i] as string];
    if (item !== undefined) out += (starts[i] as string) + node(item, depth);
  }
  return out;
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
  for (const item of items) out += isMap(item) ? mapItem(item, depth) : `${indent(depth)}-${otherItem(item, depth)}`;
  return out;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** A map's first key stands beside its dash. */
function mapItem(item: Record<string, unknown>, depth: number): string {
  const shape = Shape.of(item);
  const [first] = shape.keys;
  if (first !== undefined && item[first] !== undefined) {
    return entries(item, shape, shape.itemStartsAt(depth), depth + 1);
  }
  const text = map(item, depth + 1);
  return `${indent(depth)}- ${text === '' ? '{}' : text.slice(indent(depth + 1).length)}`;
}

function otherItem(item: unknown, depth: number): string {
  return Array.isArray(item) && item.length > 0 ? nestedList(item, depth) : node(item ?? null, depth);
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
