import { isMap } from '../../../fields';

/** What tells the items of a list apart, by the list's name. Source: Kubernetes v1.36 OpenAPI, x-kubernetes-list-map-keys. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  volumes: ['name'],
  env: ['name'],
  imagePullSecrets: ['name'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  hostAliases: ['ip'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
};

/** Ports of a container, and those of a Service. */
const PORTS = { containerPort: ['containerPort', 'protocol'], port: ['port', 'protocol'] } as const;

/** Merges fields into an object as server-side apply does: maps by key, known lists by their items' keys, other lists whole. */
export function applyConfiguration(object: unknown, fields: unknown, list = ''): unknown {
  if (Array.isArray(object) && Array.isArray(fields)) return mergeLists(object, fields, list);
  if (!isMap(object) || !isMap(fields)) return fields;
  const merged: Record<string, unknown> = { ...object };
  for (const [key, value] of Object.entries(fields)) merged[key] = applyConfiguration(object[key], value, key);
  return merged;
}

function mergeLists(items: readonly unknown[], changes: readonly unknown[], list: string): unknown[] {
  if (list === 'finalizers') return [...new Set([...items, ...changes])];
  const keys = list === 'ports' ? portKeys(changes) : KEYS[list];
  if (!keys) return [...changes];
  const same = (a: unknown, b: unknown) =>
    isMap(a) && isMap(b) && keys.every((key) => (a[key] ?? defaultOf(key)) === (b[key] ?? defaultOf(key)));
  const merged = items.map((item) => {
    const change = changes.find((each) => same(item, each));
    return change === undefined ? item : applyConfiguration(item, change);
  });
  return [...merged, ...changes.filter((change) => !items.some((item) => same(item, change)))];
}

const portKeys = (changes: readonly unknown[]) =>
  changes.some((each) => isMap(each) && 'containerPort' in each) ? PORTS.containerPort : PORTS.port;
const defaultOf = (key: string) => (key === 'protocol' ? 'TCP' : undefined);
