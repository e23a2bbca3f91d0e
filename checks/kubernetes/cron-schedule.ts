import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { cronProblem } from '../syntax/cron';
import { isTimeZone } from '../syntax/time-zone';

export const cronSchedule: Rule = {
  id: 'kubernetes/cron-schedule',
  holds: 'schedules parse, and come due',
  category: 'schema',
  effect: 'The API server refuses the CronJob; one that never fires is accepted, and nothing runs.',
  source: 'kubernetes v1.36, pkg/apis/batch/validation; robfig/cron v3.0.1',
  check(cluster, report) {
    for (const entry of cluster.ofKind('batch/CronJob')) {
      const { schedule, timeZone } = (entry.object['spec'] ?? {}) as { schedule?: unknown; timeZone?: unknown };
      if (typeof timeZone === 'string' && !isTimeZone(timeZone)) {
        report(entry, {
          message: `${describe(entry.object)}: "${timeZone}" is no time zone.${didYouMean(timeZone, Intl.supportedValuesOf('timeZone'))}`,
          fix: 'Write a name of the IANA database: "Europe/Stockholm".',
          section: 'spec.timeZone',
        });
      }
      const problem =
        typeof schedule !== 'string'
          ? 'it is no text'
          : /TZ=/.test(schedule)
            ? 'the time zone belongs into timeZone'
            : cronProblem(schedule, { descriptors: true });
      if (!problem) continue;
      report(entry, {
        message: `${describe(entry.object)}: the schedule "${String(schedule)}" is wrong: ${problem}.`,
        fix: 'Five fields such as "0 2 * * *" (02:00 every day), or @hourly, @daily, @weekly, @monthly.',
        section: 'spec.schedule',
      });
    }
  },
};
