import { isMap } from '../../fields';

/** The fields in which two values differ; items of lists of maps go by their names where they have some. */
export function changedPaths(before: unknown, after: unknown, at = ''): string[] {
  if (before === after) return [];
  if (Array.isArray(before) && Array.isArray(after)) return changedItems(before, after, at);
  if (!isMap(before) || !isMap(after)) return [at];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => changedPaths(before[key], after[key], at === '' ? key : `${at}.${key}`));
}

function changedItems(before: readonly unknown[], after: readonly unknown[], at: string): string[] {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, index) => {
    const item = before[index] ?? after[index];
    const name = isMap(item) && typeof item['name'] === 'string' ? item['name'] : String(index);
    return changedPaths(before[index], after[index], `${at}[${name}]`);
  }).flat();
}
