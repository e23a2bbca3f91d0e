import type { ClusterView } from './cluster-view';

/** The texts in a ConfigMap or Secret by their keys; undefined where it is not written here, so that nobody can tell. */
export function keyValues(
  cluster: ClusterView,
  kind: 'ConfigMap' | 'Secret',
  namespace: string,
  name: string,
): ReadonlyMap<string, string> | undefined {
  const object = cluster.find(kind, namespace, name)?.object as Data | undefined;
  if (!object) return undefined;
  const decoded = (data: Values = {}) =>
    Object.entries(data).map(([key, value]) => [key, Buffer.from(String(value), 'base64').toString()] as const);
  const texts = (data: Values = {}) => Object.entries(data).map(([key, value]) => [key, String(value)] as const);
  return new Map(
    kind === 'Secret'
      ? [...decoded(object.data), ...texts(object.stringData)]
      : [...texts(object.data), ...decoded(object.binaryData)],
  );
}

type Values = Readonly<Record<string, unknown>>;

interface Data {
  readonly data?: Values;
  readonly stringData?: Values;
  readonly binaryData?: Values;
}

/** The first of some keys that is there, or the only value there is: Envoy Gateway v1.9.0, getFirstMatchOrFirstFromData. */
export function firstOf(values: ReadonlyMap<string, string>, ...keys: readonly string[]): string | undefined {
  const key = keys.find((k) => values.has(k));
  if (key !== undefined) return values.get(key);
  return values.size === 1 ? [...values.values()][0] : undefined;
}
