/** The order of keys: what identifies an object or an item first, the rest by name. */
const FIRST: ReadonlyMap<string, number> = new Map(
  ['apiVersion', 'kind', 'metadata', 'name', 'namespace'].map((key, i) => [key, i]),
);

export function compareKeys(a: string, b: string): number {
  const first = (FIRST.get(a) ?? 9) - (FIRST.get(b) ?? 9);
  return first !== 0 ? first : a < b ? -1 : 1;
}
