import { rmdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from './plan';

/** Removes what a cluster has no more, and the folders that this leaves empty. */
export function remove(plan: Plan, folder: string): void {
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
