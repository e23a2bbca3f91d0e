import { ApiObject, type App, Lazy } from 'cdk8s';
import type { KubeObject } from './object';

/** What of an ApiObject is private to cdk8s and read here. Guarded by a test that compares with `toJson()`. */
interface Internals {
  readonly props: Record<string, unknown>;
  readonly patches: readonly unknown[];
}

interface MetadataInternals {
  readonly _additionalAttributes: Record<string, unknown>;
}

/**
 * An object as `ApiObject.toJson()` gives it, in less time: one walk instead of four (resolve and
 * sanitize, each for the metadata and for the whole). Keys stay as they come, the writer sorts them.
 * Objects with patches, a `toJson` of their own or an App with resolvers of its own take cdk8s' way.
 */
export function toPlainObject(object: ApiObject, ownResolvers: boolean): KubeObject {
  const { props, patches } = object as unknown as Internals;
  if (ownResolvers || patches.length > 0 || object.toJson !== ApiObject.prototype.toJson) {
    return object.toJson() as KubeObject;
  }
  const out: Record<string, unknown> = {};
  for (const key of Object.keys(props)) {
    if (key === 'metadata') continue;
    const value = plain(props[key], object);
    if (value !== undefined) out[key] = value;
  }
  out['metadata'] = metadataOf(object);
  return out as unknown as KubeObject;
}

/** True where an App was given resolvers beside cdk8s' own three. */
export function hasOwnResolvers(app: App): boolean {
  return (app as unknown as { resolvers: unknown[] }).resolvers.length > 3;
}

/** The metadata: what was added by name, and cdk8s' own fields over it; nothing that is empty. */
function metadataOf(object: ApiObject): Record<string, unknown> {
  const { metadata } = object;
  const { _additionalAttributes: added } = metadata as unknown as MetadataInternals;
  const out: Record<string, unknown> = {};
  for (const field of Object.keys(added)) set(out, field, added[field], object);
  const own = metadata as unknown as Record<string, unknown>;
  for (const field of OWN_FIELDS) {
    if (!set(out, field, own[field], object) && field in out) delete out[field];
  }
  return out;
}

/** False where there is nothing to say. */
function set(out: Record<string, unknown>, field: string, raw: unknown, owner: ApiObject): boolean {
  const value = typeof raw === 'string' ? raw : withoutEmpty(plain(raw, owner));
  if (value === undefined) return false;
  out[field] = value;
  return true;
}

/** What ApiObjectMetadataDefinition keeps in fields of its own. */
const OWN_FIELDS = ['name', 'namespace', 'annotations', 'finalizers', 'ownerReferences', 'labels'];

/** Resolves what is lazy and drops what is null, as cdk8s' resolve and sanitizeValue do together. */
function plain(value: unknown, owner: ApiObject): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return plainList(value, owner);
  if (value instanceof Lazy) return plain(value.produce(), owner);
  const token = (value as { resolve?: unknown }).resolve;
  if (typeof token === 'function') return plain((value as { resolve(): unknown }).resolve(), owner);
  if (Object.getPrototypeOf(value) !== Object.prototype) return union(value, owner);
  return plainMap(value as Record<string, unknown>, owner);
}

/** What needs no change is passed on as it is: copying it all costs as much as resolving it. Nobody writes into it later. */
function plainList(list: readonly unknown[], owner: ApiObject): readonly unknown[] {
  let out: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const item = plain(list[i], owner);
    if (item !== list[i]) out ??= [...list];
    if (out) out[i] = item;
  }
  return out ?? list;
}

function plainMap(map: Record<string, unknown>, owner: ApiObject): Record<string, unknown> {
  let out: Record<string, unknown> | undefined;
  for (const key of Object.keys(map)) {
    const item = plain(map[key], owner);
    if (item === map[key] && item !== undefined) continue;
    out ??= { ...map };
    if (item === undefined) delete out[key];
    else out[key] = item;
  }
  return out ?? map;
}

/** A generated int-or-string class is a dictionary with its value; any other class has no place in a manifest. */
function union(value: object, owner: ApiObject): unknown {
  const inner = (value as { value?: unknown }).value;
  if (typeof inner === 'number' || typeof inner === 'string') return { value: inner };
  throw new Error(
    `${owner.node.path} holds a ${value.constructor?.name ?? 'object'}, which cannot be written to a manifest.`,
  );
}

const isObject = (value: unknown) => typeof value === 'object';

/** Empty lists and maps say nothing in metadata, at any depth. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.length === 0 ? undefined : value.some(isObject) ? value.map(withoutEmpty) : value;
  const map = value as Record<string, unknown>;
  let out: Record<string, unknown> | undefined;
  let size = 0;
  for (const key of Object.keys(map)) {
    const item = withoutEmpty(map[key]);
    if (item !== undefined) size++;
    if (item === map[key]) continue;
    out ??= { ...map };
    if (item === undefined) delete out[key];
    else out[key] = item;
  }
  return size > 0 ? (out ?? map) : undefined;
}
