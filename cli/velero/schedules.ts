import { didYouMean } from '../../fleet/did-you-mean';
import type { ClusterObjects } from './cluster-objects';

/** A Schedule's template: the spec of its Backups. */
export interface BackupTemplate {
  readonly includedNamespaces?: readonly string[];
  readonly [field: string]: unknown;
}

/** A Schedule by its name. @throws Error for a name that none has */
export function findSchedule({ name: cluster, schedules }: ClusterObjects, name: string) {
  const found = schedules.find((schedule) => schedule.name === name);
  if (found) return found;
  const names = schedules.map((schedule) => schedule.name);
  const known = names.length > 0 ? ` It has ${names.join(', ')}.` : ' It has none.';
  throw new Error(`${cluster} has no Schedule "${name}".${didYouMean(name, names)}${known}`);
}

/** The Schedule that made a Backup: `worlds-daily` of `worlds-daily-20261120020000`. */
export function scheduleOf(backup: string): string | undefined {
  return /^(.+)-\d{14}$/.exec(backup)?.[1] ?? /^(.+)-by-hand-[a-z0-9]+$/.exec(backup)?.[1];
}
