/** Reading of objects whose shape nobody vouches for, and what is wrong in them. */

export type Fields = Readonly<Record<string, unknown>>;

/** Something wrong at a field. */
export interface FieldProblem {
  readonly at: string;
  /** The end of a sentence that begins with the object. */
  readonly what: string;
  readonly fix: string;
}

export const isMap = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A map of a field; undefined where there is none. */
export function mapAt(fields: Fields | undefined, key: string): Fields | undefined {
  const value = fields?.[key];
  return isMap(value) ? value : undefined;
}

/** A text of a field; empty where there is none. */
export function textAt(fields: Fields | undefined, key: string): string {
  const value = fields?.[key];
  return typeof value === 'string' ? value : '';
}

export function listAt(fields: Fields | undefined, key: string): readonly unknown[] {
  const value = fields?.[key];
  return Array.isArray(value) ? value : [];
}

/** Fields that have to be there, and are not. */
export function* missing(fields: Fields | undefined, at: string, ...keys: readonly string[]): Iterable<FieldProblem> {
  for (const key of keys) {
    if (textAt(fields, key) !== '') continue;
    yield { at: `${at}.${key}`, what: `lacks ${at}.${key}`, fix: `Say ${key}.` };
  }
}

/** Parts of which there has to be one, and there are others. */
export function* oneOf(fields: Fields | undefined, at: string, keys: readonly string[]): Iterable<FieldProblem> {
  const found = keys.filter((key) => fields?.[key] !== undefined);
  if (found.length === 1) return;
  const what = found.length === 0 ? `says none of ${keys.join(', ')} in ${at}` : `says ${found.join(' and ')} in ${at}`;
  yield { at, what, fix: `One of ${keys.join(', ')}.` };
}
