import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
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
    for (const entry of list(join(root, below))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        folders.push(path);
        visit(path);
      } else files.push(path);
    }
  };
  visit('');
  return { files, folders, exists: existsSync(root) };
}

function list(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** A file's text; undefined where it is none, or not there. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
