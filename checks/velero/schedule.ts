import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { cronProblem } from '../syntax/cron';
import { goDurationSeconds } from '../syntax/duration';
import { isTimeZone } from '../syntax/time-zone';
import { SCHEDULE, type ScheduleSpec } from './shapes';

export const schedule: Rule = {
  id: 'velero/schedule',
  holds: 'a Schedule’s cron is one that fires; its backups outlive it',
  effect: 'The Schedule is FailedValidation and nothing is backed up; one that never fires makes backups without end.',
  source: 'Velero v1.18.1, pkg/controller/schedule_controller.go: parseCronSchedule; robfig/cron v3.0.1',
  check(cluster, report) {
    for (const entry of cluster.ofKind(SCHEDULE)) {
      const spec = specOf<ScheduleSpec>(entry);
      const { name } = entry.object.metadata;
      const say = (what: string, fix: string, section: string, effect?: string) =>
        report(entry, { message: `${describe(entry.object)} ${what}.`, fix, section, effect });
      const problem = scheduleProblem(spec.schedule ?? '');
      if (problem) {
        say(
          `has the schedule "${spec.schedule ?? ''}": ${problem}`,
          'Five fields such as "0 2 * * *", or @daily, @every 6h.',
          'spec.schedule',
        );
      }
      if (name.length > 63) {
        say(
          `has a name of ${name.length} characters, which becomes a label of its backups`,
          'At most 63.',
          'metadata.name',
        );
      }
      if (spec.skipImmediately === true) {
        say(
          'skips its next run, which Velero resets and every sync sets again',
          'Take skipImmediately away.',
          'spec.skipImmediately',
          'Runs are skipped for ever: Argo CD and Velero take turns.',
        );
      }
      if (spec.useOwnerReferencesInBackup === true) {
        say(
          'owns its backups: they go with it',
          'useOwnerReferencesInBackup: false.',
          'spec.useOwnerReferencesInBackup',
          'With the Schedule every backup of it is deleted.',
        );
      }
    }
  },
};

/** What is wrong with a schedule, its time zone included. */
function scheduleProblem(text: string): string | undefined {
  if (text === '') return 'there is none';
  const zone = /^(?:CRON_TZ|TZ)=(\S*)\s*(.*)$/.exec(text);
  if (zone && !isTimeZone(zone[1] ?? '')) return `"${zone[1]}" is no time zone`;
  const rest = zone ? (zone[2] ?? '') : text;
  const every = /^@every (.*)$/.exec(rest);
  if (every) {
    const seconds = goDurationSeconds(every[1]);
    return seconds === undefined ? `"${every[1]}" is no duration` : seconds <= 0 ? 'it is never' : undefined;
  }
  return cronProblem(rest, { descriptors: true });
}
