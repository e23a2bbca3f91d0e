import { defaults } from '../../imports/defaults';
import type { ApplicationModel } from '../model';
import type { KubeObject } from '../object';

/** What the API server adds to a value, as a CRD's schema says it. */
export interface Defaults {
  /** Stands in for the value where there is none. */
  readonly value?: unknown;
  /** Of the fields of a map, by name. */
  readonly fields?: Readonly<Record<string, Defaults>>;
  /** Of each item of a list. */
  readonly items?: Defaults;
  /** Of each value of a map with free keys. */
  readonly values?: Defaults;
}

/**
 * Writes out the defaults that the API server would add to custom resources: with them left out, Argo CD would show
 * the application as OutOfSync for ever wherever it compares with lists that it cannot merge
 * (argoproj/argo-cd#11074 and the like).
 */
export function writeDefaults(application: ApplicationModel): void {
  const { objects } = application;
  for (let i = 0; i < objects.length; i++) {
    const entry = objects[i];
    const table = entry && defaults[entry.object.apiVersion]?.[entry.object.kind];
    if (!entry || !table || typeof entry.object['spec'] !== 'object') continue;
    const spec = withDefaults(entry.object['spec'], table);
    if (spec !== entry.object['spec']) objects[i] = { ...entry, object: { ...entry.object, spec } as KubeObject };
  }
}

/** The value with its defaults; the same value where nothing is missing. It may be a user's own object: never written into. */
export function withDefaults(value: unknown, { fields, items, values }: Defaults): unknown {
  if (Array.isArray(value)) {
    return items ? listWithDefaults(value, items) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const map = value as Fields;
  let out = map;
  for (const key in fields) {
    const below = fields[key];
    if (below) out = withField(out, map, key, withDefaults(map[key] === undefined ? below.value : map[key], below));
  }
  if (values) for (const key of Object.keys(map)) out = withField(out, map, key, withDefaults(map[key], values));
  return out;
}

/** @param out the map, or its copy once something was written */
function withField(out: Fields, map: Fields, key: string, next: unknown): Fields {
  if (next === map[key]) return out;
  const own = out === map ? { ...map } : out;
  own[key] = next;
  return own;
}

type Fields = Record<string, unknown>;

function listWithDefaults(list: readonly unknown[], items: Defaults): readonly unknown[] {
  let out: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const item = withDefaults(list[i], items);
    if (item === list[i]) continue;
    out ??= [...list];
    out[i] = item;
  }
  return out ?? list;
}
