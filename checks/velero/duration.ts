import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { Report, Rule } from '../rule';
import { specOf } from '../spec-of';
import { goDurationFix, goDurationSeconds } from '../syntax/duration';
import { backupsOf, type LocationSpec, RESTORE, STORAGE_LOCATION } from './shapes';

export const duration: Rule = {
  id: 'velero/duration',
  holds: 'times are Go durations, and not before now',
  category: 'schema',
  effect:
    'The API takes any text, and Velero then fails to read the whole list: no backup of any Schedule is made any more.',
  source: 'Velero v1.18.1, pkg/apis/velero/v1: metav1.Duration; kubernetes/client-go, reflector',
  check(cluster, report) {
    for (const { entry, spec, at } of backupsOf(cluster)) {
      checkDuration(entry, spec.ttl, `${at}.ttl`, report);
      checkDuration(entry, spec.csiSnapshotTimeout, `${at}.csiSnapshotTimeout`, report);
      checkDuration(entry, spec.itemOperationTimeout, `${at}.itemOperationTimeout`, report);
      for (const [i, hook] of (spec.hooks?.resources ?? []).entries()) {
        for (const { exec } of [...(hook.pre ?? []), ...(hook.post ?? [])]) {
          checkDuration(entry, exec?.timeout, `${at}.hooks.resources[${i}]`, report);
        }
      }
    }
    for (const entry of cluster.ofKind(STORAGE_LOCATION)) {
      const { backupSyncPeriod, validationFrequency } = specOf<LocationSpec>(entry);
      checkDuration(entry, backupSyncPeriod, 'spec.backupSyncPeriod', report);
      checkDuration(entry, validationFrequency, 'spec.validationFrequency', report);
    }
    for (const entry of cluster.ofKind(RESTORE)) {
      const { itemOperationTimeout } = specOf<{ itemOperationTimeout?: string }>(entry);
      checkDuration(entry, itemOperationTimeout, 'spec.itemOperationTimeout', report);
    }
  },
};

function checkDuration(entry: Entry, text: unknown, at: string, report: Report): void {
  if (text === undefined) return;
  const seconds = typeof text === 'string' ? goDurationSeconds(text) : undefined;
  if (seconds === undefined) {
    report(entry, {
      message: `${describe(entry.object)}: "${String(text)}" in ${at} is no duration of Go.`,
      fix: `Write ${/^[0-9]+$/.test(String(text)) && at.endsWith('ttl') ? `"${text}h"` : goDurationFix(String(text))}: it knows h, m and s, and no days.`,
      section: at,
    });
  } else if (seconds < 0) {
    report(entry, {
      message: `${describe(entry.object)}: ${at} is ${String(text)}, before now.`,
      fix: at.endsWith('ttl') ? 'A backup of it would be deleted at once: "720h".' : 'Write a time to come.',
      section: at,
    });
  }
}
