import type { Cluster } from './cluster';
import type { Files } from './layout';

/** Folders that Argo CD reads: what is no object has no place there. */
const SYNCED = /^(?:apps|app-of-apps)\//;

/** Adds a cluster's artefacts (Helm values for the bootstrap, a README) to its files. */
export function emitArtefacts(cluster: Cluster, files: Files): void {
  for (const [path, text] of cluster.artefacts) {
    if (SYNCED.test(path)) throw new Error(`Artefact ${path} would lie in a folder that Argo CD reads.`);
    files.set(path, text());
  }
}
