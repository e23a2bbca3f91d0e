import { compareKeys } from './key-order';
import { scalar } from './scalar';

/** What is the same for all maps with these keys in this order: their order when written, and each line up to its colon. */
export class Shape {
  private readonly next = new Map<string, Shape>();
  private readonly starts: (readonly string[])[] = [];
  private readonly itemStarts: (readonly string[])[] = [];
  private order: readonly string[] | undefined;

  private constructor(private readonly seen: readonly string[]) {}

  private static readonly EMPTY = new Shape([]);
  private static known = 0;

  /** A fleet has few different shapes, and very often: finding one takes less than sorting its keys. */
  static of(map: object): Shape {
    let shape = Shape.EMPTY;
    for (const key in map) shape = shape.next.get(key) ?? shape.grow(key);
    return shape;
  }

  private grow(key: string): Shape {
    const grown = new Shape([...this.seen, key]);
    // Maps with keys of their own (data, labels) must not fill the memory.
    if (Shape.known < 20_000) {
      Shape.known++;
      this.next.set(key, grown);
    }
    return grown;
  }

  /** The keys in the order they are written. */
  get keys(): readonly string[] {
    this.order ??= [...this.seen].sort(compareKeys);
    return this.order;
  }

  /** The lines up to the colon, in that order. */
  startsAt(depth: number): readonly string[] {
    const known = this.starts[depth];
    if (known) return known;
    const made = this.keys.map((key) => startOf(key, depth));
    this.starts[depth] = made;
    return made;
  }

  /** The same for an item of a list at this depth: its first key stands beside the dash. */
  itemStartsAt(depth: number): readonly string[] {
    const known = this.itemStarts[depth];
    if (known) return known;
    const [first = '', ...others] = this.startsAt(depth + 1);
    const made = [`${indent(depth)}- ${first.slice(indent(depth + 1).length)}`, ...others];
    this.itemStarts[depth] = made;
    return made;
  }
}

const INDENTS = Array.from({ length: 24 }, (_, depth) => `\n${'  '.repeat(depth)}`);
export const indent = (depth: number) => INDENTS[depth] ?? `\n${'  '.repeat(depth)}`;

/** An implicit key may have 1,024 characters at most; a longer one is written with `?`. */
function startOf(key: string, depth: number): string {
  const name = scalar(key);
  return name.length > 1000 ? `${indent(depth)}? ${name}${indent(depth)}:` : `${indent(depth)}${name}:`;
}
