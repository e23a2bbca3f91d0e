import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupOf } from '../../fleet/object';

/** A part of a kind's schema: what a value may be. */
export interface Part {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly fields?: ReadonlyMap<string, Part>;
  /** Fields that came with a later Kubernetes than the oldest that is known. */
  readonly since?: Readonly<Record<string, string>>;
  /** Fields that rules of their own look at, or controllers write. */
  readonly skipped?: ReadonlySet<string>;
  readonly required?: readonly string[];
  readonly items?: Part;
  /** Of each value of a map with free keys. */
  readonly values?: Part;
  /** Anything may be in it. */
  readonly open?: boolean;
  readonly nullable?: boolean;
  readonly intOrString?: boolean;
  /** A text that is a quantity, which has a rule of its own. */
  readonly quantity?: boolean;
  /** The fields that tell items of a list apart. */
  readonly keys?: readonly string[];
  /** No item is there twice. */
  readonly unique?: boolean;
  /** A text or number of which not every one will do. */
  readonly bounded?: boolean;
  /** Any text will do: most parts are of this sort. */
  readonly text?: boolean;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

interface Stored {
  readonly kinds: Readonly<Record<string, number>>;
  readonly parts: readonly StoredPart[];
}

type StoredPart = Omit<Part, 'fields' | 'items' | 'values' | 'skipped' | 'bounded' | 'text'> & {
  readonly fields?: Readonly<Record<string, number>>;
  readonly items?: number;
  readonly values?: number;
  readonly skipped?: readonly string[];
};

const groups = new Map<string, Group | undefined>();

/** The schema of a kind; undefined for a kind that nobody imported. Read when a kind of its group is first asked for. */
export function schemaOf(apiVersion: string, kind: string): Part | undefined {
  const group = groupOf(apiVersion);
  return (groupAt(`${group}.schema.jsonc`) ?? groupAt('k8s.schema.jsonc'))?.kind(`${apiVersion}/${kind}`);
}

function groupAt(file: string): Group | undefined {
  if (!groups.has(file)) groups.set(file, read(join('imports', file)));
  return groups.get(file);
}

function read(path: string): Group | undefined {
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  // The first line says where it is from.
  return new Group(JSON.parse(text.slice(text.indexOf('\n'))) as Stored);
}

/** All parts have these fields, in this order: one shape is read much faster than many. */
const FIELDS: readonly (keyof Part)[] = [
  ...(['type', 'text', 'bounded', 'intOrString', 'open', 'fields', 'values', 'since', 'skipped', 'required'] as const),
  ...(['items', 'keys', 'unique', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'nullable'] as const),
  ...(['quantity', 'enum', 'pattern', 'format', 'minimum', 'maximum', 'minLength', 'maxLength'] as const),
];
const SHAPE: Part = Object.fromEntries(FIELDS.map((field) => [field, undefined]));

/** The schemas of a group's kinds: each is put together when it is first asked for, for most never are. */
class Group {
  private readonly built: (Part | undefined)[] = [];

  constructor(private readonly stored: Stored) {}

  kind(key: string): Part | undefined {
    const index = this.stored.kinds[key];
    return index === undefined ? undefined : this.part(index);
  }

  private part(index: number): Part {
    const known = this.built[index];
    if (known) return known;
    const { fields, items, values, skipped, ...part } = this.stored.parts[index] as StoredPart;
    const bounded = isBounded(part);
    const made: Part = {
      ...SHAPE,
      ...part,
      bounded,
      text: part.type === 'string' && !bounded && !part.intOrString,
      ...(fields ? { fields: new Map(Object.entries(fields).map(([name, i]) => [name, this.part(i)])) } : {}),
      ...(items === undefined ? {} : { items: this.part(items) }),
      ...(values === undefined ? {} : { values: this.part(values) }),
      ...(skipped ? { skipped: new Set(skipped) } : {}),
    };
    this.built[index] = made;
    return made;
  }
}

type Bare = Omit<StoredPart, 'fields' | 'items' | 'values' | 'skipped'>;

function isBounded({ quantity, ...part }: Bare): boolean {
  return !quantity && BOUNDS.some((key) => key in part);
}

const BOUNDS = ['enum', 'pattern', 'format', 'minimum', 'maximum', 'minLength', 'maxLength'];
