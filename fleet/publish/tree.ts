import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is in a folder: every file's path below it, and every folder's. Links are files: they are never followed. */
export interface Tree {
  readonly files: string[];
  readonly folders: string[];
  /** Whether the folder itself is there. */
  readonly exists: boolean;
}

export function readTree(root: string): Tree {
  const files: string[] = [];
  const folders: string[] = [];
  const visit = (below: string) => {
    for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        folders.push(path);
        visit(path);
      } else files.push(path);
    }
  };
  // A file or a link in the folder's place is no folder, wherever the link points.
  const exists = lstatSync(root, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (exists) visit('');
  return { files, folders, exists };
}

/** A file's text; undefined where it is none, or not there. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
