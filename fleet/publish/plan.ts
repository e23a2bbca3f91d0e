import { join } from 'node:path';
import type { Files } from '../layout';
import { readIfThere, readTree } from './tree';

/** What publishing a cluster changes. */
export interface Plan {
  readonly cluster: string;
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** What was in the updated and removed files. */
  readonly replaced: Files;
  /** Folders that hold nothing any more, deepest first. */
  readonly emptied: readonly string[];
  /** Folders that were there, below the cluster's; the empty path is the cluster's own. */
  readonly folders: ReadonlySet<string>;
}

export const NO_FOLDERS: ReadonlySet<string> = new Set();

/** Compares a cluster's new files with what is in its folder, byte for byte. */
export function planCluster(cluster: string, files: Files, folder: string): Plan {
  const { files: there, folders, exists } = readTree(folder);
  const created: string[] = [];
  const updated: string[] = [];
  const replaced: Files = new Map();
  const old = new Set(there);
  for (const [path, text] of files) {
    if (!old.delete(path)) {
      created.push(path);
      continue;
    }
    const before = readIfThere(join(folder, path));
    if (before === text) continue;
    updated.push(path);
    replaced.set(path, before ?? '');
  }
  for (const path of old) replaced.set(path, readIfThere(join(folder, path)) ?? '');
  const needed = new Set<string>();
  for (const path of files.keys()) {
    // Files come folder by folder: the parents of one that was seen are known.
    if (needed.has(path.slice(0, path.lastIndexOf('/')))) continue;
    for (const parent of parents(path)) needed.add(parent);
  }
  const emptied = folders.filter((path) => !needed.has(path)).sort((a, b) => b.length - a.length);
  const removed = [...old].sort();
  const unchanged = files.size - created.length - updated.length;
  return {
    cluster,
    created,
    updated,
    removed,
    unchanged,
    replaced,
    emptied,
    folders: new Set(exists ? ['', ...folders] : []),
  };
}

/** The folders above a path, topmost first. */
export function parents(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}
