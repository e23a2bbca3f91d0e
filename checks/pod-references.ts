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

/** Every ConfigMap and Secret that a Pod needs before it starts: volumes, projected volumes, environment, pull secrets. */
export function* referencesOf(pods: Pods): Iterable<PodReference> {
  for (const volume of pods.spec.volumes ?? []) {
    const at = `${pods.at}.volumes[${volume.name}]`;
    const sources = [volume, ...(volume.projected?.sources ?? [])];
    for (const source of sources) {
      if (source.configMap) yield* fromVolume('ConfigMap', source.configMap, at);
      if (source.secret) yield* fromVolume('Secret', source.secret, at);
    }
  }
  for (const { container, at } of pods.containers) {
    for (const { configMapRef, secretRef } of container.envFrom ?? []) {
      if (configMapRef) yield reference('ConfigMap', configMapRef, `${at}.envFrom`);
      if (secretRef) yield reference('Secret', secretRef, `${at}.envFrom`);
    }
    for (const { name, valueFrom } of container.env ?? []) {
      if (valueFrom?.configMapKeyRef) yield reference('ConfigMap', valueFrom.configMapKeyRef, `${at}.env[${name}]`);
      if (valueFrom?.secretKeyRef) yield reference('Secret', valueFrom.secretKeyRef, `${at}.env[${name}]`);
    }
  }
  for (const { name } of pods.spec.imagePullSecrets ?? []) {
    if (name) yield { kind: 'Secret', name, optional: false, at: `${pods.at}.imagePullSecrets` };
  }
}

function* fromVolume(kind: PodReference['kind'], source: Source, at: string): Iterable<PodReference> {
  yield reference(kind, source, at);
  for (const { key } of source.items ?? []) yield { ...reference(kind, source, at), key };
}

function reference(kind: PodReference['kind'], source: Source, at: string): PodReference {
  const name = source.name ?? source.secretName ?? '';
  return { kind, name, ...(source.key ? { key: source.key } : {}), optional: source.optional ?? false, at };
}
