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

type StoredPart = Omit<Part, 'fields' | 'items' | 'values' | 'skipped'> & {
  readonly fields?: Readonly<Record<string, number>>;
  readonly items?: number;
  readonly values?: number;
  readonly skipped?: readonly string[];
};

type Group = ReadonlyMap<string, Part>;
const groups = new Map<string, Group | undefined>();

/** The schema of a kind; undefined for a kind that nobody imported. Read when a kind of its group is first asked for. */
export function schemaOf(apiVersion: string, kind: string): Part | undefined {
  const group = groupOf(apiVersion);
  return (groupAt(`${group}.schema.jsonc`) ?? groupAt('k8s.schema.jsonc'))?.get(`${apiVersion}/${kind}`);
}

function groupAt(file: string): Group | undefined {
  if (!groups.has(file)) groups.set(file, read(join('imports', file)));
  return groups.get(file);
}

function read(path: string): Group | undefined {
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  // The first line says where it is from.
  const { kinds, parts } = JSON.parse(text.slice(text.indexOf('\n'))) as Stored;
  const built: Part[] = [];
  // A part comes after those that it is made of.
  for (const { fields, items, values, skipped, ...part } of parts) {
    built.push({
      ...part,
      ...(isBounded(part) ? { bounded: true } : {}),
      ...(fields ? { fields: new Map(Object.entries(fields).map(([name, i]) => [name, built[i] as Part])) } : {}),
      ...(items === undefined ? {} : { items: built[items] as Part }),
      ...(values === undefined ? {} : { values: built[values] as Part }),
      ...(skipped ? { skipped: new Set(skipped) } : {}),
    });
  }
  return new Map(Object.entries(kinds).map(([kind, i]) => [kind, built[i] as Part]));
}

function isBounded({ quantity, ...part }: Omit<StoredPart, 'fields' | 'items' | 'values' | 'skipped'>): boolean {
  return !quantity && BOUNDS.some((key) => key in part);
}

const BOUNDS = ['enum', 'pattern', 'format', 'minimum', 'maximum', 'minLength', 'maxLength'];
