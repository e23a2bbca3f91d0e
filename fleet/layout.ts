import { SYNC_OPTIONS } from './derive/annotations';
import { isServerSide, SERVER_SIDE_APPLY } from './derive/applications';
import { entryFinding } from './entry-finding';
import type { Finding } from './finding';
import type { ClusterModel, Entry } from './model';
import { describe } from './object';
import { emit } from './yaml/emit';

/** The files of a cluster, by their path below the cluster's folder. */
export type Files = Map<string, string>;

/** Argo CD stops reading a directory source at this size, in bytes (reposerver.max.combined.directory.manifests.size). */
const MAX_FOLDER = 10 * 1024 * 1024;

/** What client-side apply can note in an annotation, in bytes (apimachinery, TotalAnnotationSizeLimitB). */
const MAX_ANNOTATION = 262_144;

/** A file with this text anywhere is left out by Argo CD's directory source. */
const SKIP_MARKER = '+argocd:skip-file-rendering';

/** Writes a cluster's objects as files: one object each, named after kind and name. */
export function layOut(model: ClusterModel, appOfApps: readonly Entry[], findings: Finding[]): Files {
  const files: Files = new Map();
  const folders = [
    { folder: 'app-of-apps', namespace: model.argocd?.namespace, entries: appOfApps, serverSide: false },
    ...model.applications.map((a) => ({
      folder: `apps/${a.name}`,
      namespace: a.namespace,
      entries: a.objects,
      serverSide: isServerSide(a),
    })),
  ];
  for (const { folder, namespace, entries, serverSide } of folders) {
    let size = 0;
    for (const entry of entries) {
      const path = `${folder}/${fileName(entry, namespace)}`;
      if (files.has(path)) findings.push(clash(model, entry, path));
      const text = emit(entry.object);
      size += text.length;
      if (path.length - path.lastIndexOf('/') > 256) findings.push(longName(model, entry, path));
      if (text.length > MAX_ANNOTATION && !serverSide && !saysServerSide(entry))
        findings.push(largeObject(model, entry, text.length));
      if (text.includes(SKIP_MARKER)) findings.push(skipped(model, entry));
      files.set(path, text);
    }
    if (size > MAX_FOLDER) findings.push(tooLarge(model, folder, size));
  }
  return files;
}

/** `statefulset-minecraft.yaml`; with the namespace where it is not the application's: `role-kube-system.reader.yaml`. */
export function fileName({ object }: Entry, home: string | undefined): string {
  const { name, namespace } = object.metadata;
  const elsewhere = namespace !== undefined && namespace !== home ? `${namespace}.` : '';
  // RBAC names may hold colons, which some file systems do not take.
  return `${object.kind.toLowerCase()}-${elsewhere}${name.includes(':') ? name.replaceAll(':', '_') : name}.yaml`;
}

function clash(model: ClusterModel, entry: Entry, path: string): Finding {
  return entryFinding(model.name, entry, {
    rule: 'fleet/file-clash',
    message: `${describe(entry.object)} would be written to ${path}, which another object has taken.`,
    effect: 'One of the two would be missing in the cluster.',
    fix: 'Give one of them another name, or move it into another Application.',
  });
}

function skipped(model: ClusterModel, entry: Entry): Finding {
  return entryFinding(model.name, entry, {
    rule: 'argocd/skip-file-rendering',
    message: `${describe(entry.object)} has the text "${SKIP_MARKER}" in it.`,
    effect: 'Argo CD leaves the file out of the sync, and says nothing.',
    fix: 'Write it another way.',
  });
}

function saysServerSide({ object }: Entry): boolean {
  return (object.metadata.annotations?.[SYNC_OPTIONS] ?? '').includes(SERVER_SIDE_APPLY);
}

function largeObject(model: ClusterModel, entry: Entry, size: number): Finding {
  return entryFinding(model.name, entry, {
    rule: 'argocd/object-size',
    message: `${describe(entry.object)} has ${(size / 1024).toFixed(0)} KiB, more than client-side apply can note in an annotation.`,
    effect: 'The sync fails: metadata.annotations: Too long (argoproj/argo-cd#8128).',
    fix: "Give its Application `syncOptions: ['ServerSideApply=true']`.",
  });
}

function longName(model: ClusterModel, entry: Entry, path: string): Finding {
  return entryFinding(model.name, entry, {
    rule: 'fleet/file-name',
    message: `${describe(entry.object)} would be written to a file whose name is too long (${path.length} characters).`,
    effect: 'File systems take 255 characters at most.',
    fix: 'Shorten the name.',
  });
}

function tooLarge(model: ClusterModel, folder: string, size: number): Finding {
  return {
    rule: 'argocd/folder-size',
    severity: 'error',
    category: 'object',
    cluster: model.name,
    path: `${model.name}/${folder}`,
    message: `${folder} has ${(size / 1024 / 1024).toFixed(1)} MiB of manifests.`,
    effect: 'Argo CD reads at most 10 MiB from a directory and fails to render the application.',
    fix: 'Split the application.',
  };
}
