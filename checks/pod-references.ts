import type { Pods } from './pod-specs';

/** A ConfigMap or Secret that a Pod names. */
export interface PodReference {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** A key that must be in it. */
  readonly key?: string;
  readonly optional: boolean;
  /** Where it is named. */
  readonly at: string;
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
  const found = known.get(pods) ?? findReferences(pods);
  known.set(pods, found);
  return found;
}

function findReferences({ spec, at: path, containers }: Pods): readonly PodReference[] {
  const found: PodReference[] = [];
  for (const volume of spec.volumes ?? []) {
    for (const source of [volume, ...(volume.projected?.sources ?? [])]) {
      const at = `${path}.volumes[${volume.name}]`;
      if (source.configMap) found.push(...fromVolume('ConfigMap', source.configMap, at));
      if (source.secret) found.push(...fromVolume('Secret', source.secret, at));
    }
  }
  for (const place of containers) {
    const { container } = place;
    for (const { configMapRef, secretRef } of container.envFrom ?? []) {
      if (configMapRef) found.push(reference('ConfigMap', configMapRef, `${place.at}.envFrom`));
      if (secretRef) found.push(reference('Secret', secretRef, `${place.at}.envFrom`));
    }
    for (const { name, valueFrom } of container.env ?? []) {
      if (!valueFrom) continue;
      const { configMapKeyRef, secretKeyRef } = valueFrom;
      if (configMapKeyRef) found.push(reference('ConfigMap', configMapKeyRef, `${place.at}.env[${name}]`));
      if (secretKeyRef) found.push(reference('Secret', secretKeyRef, `${place.at}.env[${name}]`));
    }
  }
  for (const { name } of spec.imagePullSecrets ?? []) {
    if (name) found.push({ kind: 'Secret', name, optional: false, at: `${path}.imagePullSecrets` });
  }
  return found;
}

function fromVolume(kind: PodReference['kind'], source: Source, at: string): PodReference[] {
  const keys = (source.items ?? []).map(({ key }) => ({ ...reference(kind, source, at), key }));
  return [reference(kind, source, at), ...keys];
}

function reference(kind: PodReference['kind'], source: Source, at: string): PodReference {
  const name = source.name ?? source.secretName ?? '';
  return { kind, name, ...(source.key ? { key: source.key } : {}), optional: source.optional ?? false, at };
}
