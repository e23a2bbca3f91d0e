import { load } from 'js-yaml';
import type { AppProjectSpec } from '../imports/argoproj.io';
import { SYNC_OPTIONS } from './derive/annotations';
import type { Files } from './layout';
import { describe, type KubeObject } from './object';

/**
 * What a change of a cluster's files does in the cluster that the diff does not say: what is deleted, what is left
 * behind, what Argo CD no longer sees.
 * @param old the files that are there now
 * @param files the files that replace them
 */
export function endangered(old: Files, files: Files): string[] {
  const told: string[] = [];
  for (const [path, text] of old) {
    const next = files.get(path);
    if (next === text || !path.endsWith('.yaml')) continue;
    const before = read(text);
    if (!before) continue;
    if (path.startsWith('app-of-apps/') && before.kind === 'AppProject' && next !== undefined) {
      told.push(...narrowed(before, load(next) as KubeObject));
    } else if (path.startsWith('app-of-apps/') && before.kind === 'Application' && next === undefined) {
      told.push(removedApplication(before));
    } else if (path.startsWith('apps/') && next === undefined) {
      const to = movedTo(path, text, files);
      if (to !== undefined) told.push(moved(before, path, to));
      if (to !== undefined || !isProtected(before)) continue;
      told.push(
        `${describe(before)} is no longer in git. It stays in the cluster: delete it by hand, with what is in it.`,
      );
    }
  }
  return told;
}

/** The object in a file; somebody may have put anything there. */
function read(text: string): KubeObject | undefined {
  try {
    const object = load(text) as KubeObject | undefined;
    return object?.metadata ? object : undefined;
  } catch {
    return undefined;
  }
}

/** Argo CD drops what a project no longer allows before it compares: such objects are never pruned. */
function narrowed(before: KubeObject, after: KubeObject): string[] {
  const [was, is] = [before['spec'] as AppProjectSpec, after['spec'] as AppProjectSpec];
  const kinds = (spec: AppProjectSpec) =>
    [...(spec.clusterResourceWhitelist ?? []), ...(spec.namespaceResourceWhitelist ?? [])].map(({ group, kind }) =>
      group === '' ? kind : `${group}/${kind}`,
    );
  const namespaces = (spec: AppProjectSpec) => (spec.destinations ?? []).map(({ namespace }) => namespace ?? '');
  const lost = (list: (spec: AppProjectSpec) => string[]) => list(was).filter((item) => !list(is).includes(item));
  const keep = (what: 'kinds' | 'namespaces', items: string[]) =>
    items.length === 0
      ? []
      : [
          `AppProject ${before.metadata.name} no longer allows ${items.join(', ')}. What is in the cluster of it would be left there, out of Argo CD's sight. To have it pruned, give the project \`keep: { ${what}: [${items.map((i) => `'${i}'`).join(', ')}] }\` until this commit is synced.`,
        ];
  return [...keep('kinds', lost(kinds)), ...keep('namespaces', lost(namespaces))];
}

function removedApplication(application: KubeObject): string {
  const { name, finalizers } = application.metadata;
  return Array.isArray(finalizers) && finalizers.length > 0
    ? `Application ${name} is taken out: Argo CD deletes everything that it made.`
    : `Application ${name} is taken out. It stays in the cluster with all that it made: delete it by hand when its data is no longer needed.`;
}

function isProtected(object: KubeObject): boolean {
  return (object.metadata.annotations?.[SYNC_OPTIONS] ?? '').includes('Prune=false');
}

/** Another application's file that holds the object now. */
function movedTo(path: string, old: string, files: Files): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  for (const [other, text] of files) {
    // The first lines of a file are apiVersion, kind, name and namespace: no need to parse them all.
    if (other.endsWith(`/${name}`) && head(text) === head(old)) return other;
  }
  return undefined;
}

const head = (text: string) => text.split('\n', 6).join('\n');

function moved(object: KubeObject, from: string, to: string): string {
  const application = (path: string) => path.split('/')[1];
  const safe = isProtected(object)
    ? ''
    : ' The old one may prune it after the new one has taken it: sync the new one again if it is gone.';
  return `${describe(object)} moves from application ${application(from)} to ${application(to)}.${safe}`;
}
