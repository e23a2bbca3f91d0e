import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Files } from '../layout';
import { withLock } from './lock';
import { type Plan, parents, planCluster } from './plan';

export interface PublishProps {
  /** The folder that belongs to the synthesis: `dist`. */
  readonly folder: string;
  /** A folder on the same file system for the lock and temporary files; never committed. */
  readonly scratch: string;
  /** Every cluster's files. */
  readonly clusters: ReadonlyMap<string, Files>;
  /** Removes the folders of clusters that are not among them. False where only some were built. */
  readonly removeOthers: boolean;
}

/**
 * Brings a folder to the new state. Nothing in it is touched before every new file is complete beside it; then
 * come renames, then deletions. A failure or kill before that leaves the folder as it was; one within leaves
 * every file whole, and the next run ends in the same bytes.
 */
export function publish(props: PublishProps): Promise<Plan[]> {
  return withLock(props.scratch, () => {
    const staging = join(props.scratch, 'staging');
    // A run that was killed may have left its own.
    rmSync(staging, { recursive: true, force: true });
    try {
      const plans = [...props.clusters].map(([name, files]) => planCluster(name, files, join(props.folder, name)));
      if (props.removeOthers) plans.push(...planRemovedClusters(props));
      const renames = plans.flatMap((plan) => stage(plan, props, staging));
      for (const [from, to] of renames) move(from, to, props.folder);
      for (const plan of plans) remove(plan, props.folder);
      return plans;
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
  });
}

/**
 * Writes a cluster's new and changed files beside the folder; returns the renames that bring them in. A folder that
 * is new altogether comes in one rename.
 */
function stage(plan: Plan, props: PublishProps, staging: string): [string, string][] {
  const files = props.clusters.get(plan.cluster);
  const made = new Set<string>();
  const renames = new Map<string, string>();
  const newFolders = new Map<string, string | undefined>();
  for (const path of [...plan.created, ...plan.updated]) {
    const from = join(staging, plan.cluster, path);
    const parent = dirname(from);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(from, files?.get(path) ?? '');
    if (!newFolders.has(parent)) newFolders.set(parent, newFolderOf(path, plan));
    const whole = newFolders.get(parent) ?? path;
    if (renames.has(whole)) continue;
    renames.set(whole, join(plan.cluster, whole));
  }
  return [...renames.values()].map((whole) => [join(staging, whole), join(props.folder, whole)]);
}

/** The topmost folder of a path that is not there yet; the empty path is the cluster's own folder. */
function newFolderOf(path: string, plan: Plan): string | undefined {
  return ['', ...parents(path)].find((folder) => !plan.folders.has(folder));
}

/** What a rename says when its place is not made yet, or something of the other sort is there. */
const IN_THE_WAY = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ENOTEMPTY']);

function move(from: string, to: string, folder: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!IN_THE_WAY.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    clearWay(to, folder);
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
}

/** Removes a folder where a file goes, and files or links where its parents go. */
function clearWay(to: string, folder: string): void {
  for (const parent of parents(relative(folder, to))) {
    const path = join(folder, parent);
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === false) rmSync(path);
  }
  rmSync(to, { recursive: true, force: true });
}

function remove(plan: Plan, folder: string): void {
  for (const path of plan.removed) removeFile(join(folder, plan.cluster, path));
  for (const path of plan.emptied) rmdirIfEmpty(join(folder, plan.cluster, path));
  if (plan.unchanged + plan.created.length + plan.updated.length === 0) rmdirIfEmpty(join(folder, plan.cluster));
}

/** Where something new took a stale file's place, or its parents', the file is gone already. */
function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

function rmdirIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Folders of clusters that are no more. */
function planRemovedClusters(props: PublishProps): Plan[] {
  if (!existsSync(props.folder)) return [];
  return readdirSync(props.folder, { withFileTypes: true })
    .filter((entry) => !props.clusters.has(entry.name))
    .map((entry) => {
      if (entry.isDirectory()) return planCluster(entry.name, new Map(), join(props.folder, entry.name));
      return {
        cluster: '',
        created: [],
        updated: [],
        removed: [entry.name],
        unchanged: 1,
        replaced: new Map(),
        emptied: [],
        folders: NONE,
      };
    });
}
