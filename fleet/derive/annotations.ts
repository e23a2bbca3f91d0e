import type { KubeObject } from '../object';

/** Argo CD's annotations, as v3.5 reads them. */
export const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';
export const SYNC_WAVE = 'argocd.argoproj.io/sync-wave';
export const GENERATE_PATHS = 'argocd.argoproj.io/manifest-generate-paths';

/** Sets an annotation that the object does not have yet. */
export function annotate(object: KubeObject, key: string, value: string): void {
  object.metadata.annotations = { [key]: value, ...object.metadata.annotations };
}

/** Adds options to the comma-separated list that an object may have already; what it says of an option stands. */
export function addSyncOptions(object: KubeObject, ...options: string[]): void {
  const own = (object.metadata.annotations?.[SYNC_OPTIONS] ?? '')
    .split(',')
    .map((o) => o.trim())
    .filter(Boolean);
  const said = new Set(own.map((o) => o.split('=')[0]));
  const all = [...own, ...options.filter((o) => !said.has(o.split('=')[0]))];
  object.metadata.annotations = { ...object.metadata.annotations, [SYNC_OPTIONS]: all.join(',') };
}
