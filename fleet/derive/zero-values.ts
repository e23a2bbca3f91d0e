/**
 * Leaves out what Argo CD drops when it writes an object back: false, empty texts, lists and maps. Written out, they
 * would keep the app-of-apps OutOfSync for ever (argoproj/argo-cd#3815). A group is said even when it is the core one.
 */
export function withoutZeroValues<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutZeroValues) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, item]) => [key, withoutZeroValues(item)] as const)
    .filter(([key, item]) => key === 'group' || !isZero(item));
  return Object.fromEntries(entries) as T;
}

function isZero(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '' || value === 0) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
