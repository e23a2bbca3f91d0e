import type { Pods } from './pod-specs';

/** A ConfigMap or Secret that a Pod names. */
export class PodReference {
  /**
   * @param key a key that must be in it
   * @param place where it is named: put together only where somebody asks, which is where something is wrong
   */
  constructor(
    readonly kind: 'ConfigMap' | 'Secret',
    readonly name: string,
    readonly key: string | undefined,
    readonly optional: boolean,
    private readonly place: { readonly at: string },
    private readonly field: string,
    private readonly item?: string,
  ) {}

  get at(): string {
    return `${this.place.at}.${this.field}${this.item === undefined ? '' : `[${this.item}]`}`;
  }
}

interface Source {
  readonly name?: string;
  readonly secretName?: string;
  readonly key?: string;
  readonly optional?: boolean;
  readonly items?: readonly { readonly key: string }[];
}

const known = new WeakMap<Pods, readonly PodReference[]>();

/** Every ConfigMap and Secret that a Pod needs before it starts: volumes, projected volumes, environment, pull secrets. */
export function referencesOf(pods: Pods): readonly PodReference[] {
  const found = known.get(pods);
  if (found !== undefined) return found;
  const made = findReferences(pods);
  known.set(pods, made);
  return made;
}

function findReferences(pods: Pods): readonly PodReference[] {
  const found: PodReference[] = [];
  const { spec, containers } = pods;
  for (const volume of spec.volumes ?? []) {
    addSources(found, volume, pods, volume.name);
    for (const source of volume.projected?.sources ?? []) addSources(found, source, pods, volume.name);
  }
  for (const place of containers) {
    const { envFrom, env } = place.container;
    for (const { configMapRef, secretRef } of envFrom ?? []) {
      if (configMapRef) found.push(reference('ConfigMap', configMapRef, place, 'envFrom'));
      if (secretRef) found.push(reference('Secret', secretRef, place, 'envFrom'));
    }
    for (const { name, valueFrom } of env ?? []) {
      if (!valueFrom) continue;
      const { configMapKeyRef, secretKeyRef } = valueFrom;
      if (configMapKeyRef) found.push(reference('ConfigMap', configMapKeyRef, place, 'env', name));
      if (secretKeyRef) found.push(reference('Secret', secretKeyRef, place, 'env', name));
    }
  }
  for (const { name } of spec.imagePullSecrets ?? []) {
    if (name) found.push(new PodReference('Secret', name, undefined, false, pods, 'imagePullSecrets'));
  }
  return found;
}

type Sources = { readonly configMap?: Source | undefined; readonly secret?: Source | undefined };

function addSources(found: PodReference[], { configMap, secret }: Sources, pods: Pods, volume: string): void {
  if (configMap) addSource(found, 'ConfigMap', configMap, pods, volume);
  if (secret) addSource(found, 'Secret', secret, pods, volume);
}

function addSource(
  found: PodReference[],
  kind: PodReference['kind'],
  source: Source,
  pods: Pods,
  volume: string,
): void {
  found.push(reference(kind, source, pods, 'volumes', volume));
  for (const { key } of source.items ?? []) found.push(reference(kind, { ...source, key }, pods, 'volumes', volume));
}

function reference(
  kind: PodReference['kind'],
  { name, secretName, key, optional = false }: Source,
  place: { readonly at: string },
  field: string,
  item?: string,
): PodReference {
  return new PodReference(kind, name ?? secretName ?? '', key || undefined, optional, place, field, item);
}
