import { lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parents } from './plan';

/** What a rename says when its place is not made yet, or something of the other sort is there. */
const IN_THE_WAY = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ENOTEMPTY']);

/** Renames a staged file or folder into its place below the folder, whatever is there. */
export function move(from: string, to: string, folder: string): void {
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
