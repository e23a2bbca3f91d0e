import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from '../layout';
import { type Plan, parents, planCluster } from './plan';

export interface PublicationProps {
  /** The folder that belongs to the synthesis: `dist`. */
  readonly folder: string;
  /** A folder on the same file system for the lock and temporary files; never committed. */
  readonly scratch: string;
}

/** A cluster's new state, ready beside the folder. */
export interface Staged {
  readonly plan: Plan;
  /** What brings it in. */
  readonly renames: readonly (readonly [from: string, to: string])[];
}

export const stagingFolder = ({ scratch }: PublicationProps) => join(scratch, 'staging');

/** Writes a cluster's new and changed files beside the folder. Clusters may be staged in several threads at once. */
export function stage(cluster: string, files: Files, props: PublicationProps): Staged {
  const plan = planCluster(cluster, files, join(props.folder, cluster));
  const staging = stagingFolder(props);
  const made = new Set<string>();
  const renames = new Set<string>();
  const newFolders = new Map<string, string | undefined>();
  for (const path of [...plan.created, ...plan.updated]) {
    const from = join(staging, cluster, path);
    const parent = dirname(from);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(from, files.get(path) ?? '');
    if (!newFolders.has(parent)) newFolders.set(parent, newFolderOf(path, plan));
    // A folder that is new altogether comes in one rename.
    renames.add(newFolders.get(parent) ?? path);
  }
  const move = (whole: string) =>
    [join(staging, cluster, whole), join(props.folder, cluster, whole)] as const satisfies [string, string];
  return { plan, renames: [...renames].map(move) };
}

/** The topmost folder of a path that is not there yet; the empty path is the cluster's own folder. */
function newFolderOf(path: string, plan: Plan): string | undefined {
  return ['', ...parents(path)].find((folder) => !plan.folders.has(folder));
}
