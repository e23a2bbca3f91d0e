import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { cronProblem } from '../syntax/cron';
import { longestGap } from '../syntax/cron-gap';
import { goDurationSeconds } from '../syntax/duration';
import { SCHEDULE, type ScheduleSpec } from './shapes';

export const retentionGap: Rule = {
  id: 'velero/retention-gap',
  holds: 'a backup is kept until the next one is there',
  severity: 'warning',
  effect: 'There are times without any backup: the last one is deleted before the next is made.',
  source: 'Velero v1.18.1, pkg/controller/gc_controller.go; robfig/cron v3.0.1',
  check(cluster, report) {
    for (const entry of cluster.ofKind(SCHEDULE)) {
      const { schedule = '', template } = specOf<ScheduleSpec>(entry);
      const cron = schedule.replace(/^(?:CRON_TZ|TZ)=\S*\s*/, '');
      const kept = goDurationSeconds(template?.ttl);
      if (kept === undefined || kept <= 0) continue;
      const every = /^@every (.*)$/.exec(cron)?.[1];
      if (every === undefined && cronProblem(cron, { descriptors: true })) continue;
      const gap = every === undefined ? longestGap(cron) : goDurationSeconds(every);
      if (gap === undefined || kept >= gap) continue;
      report(entry, {
        message: `${describe(entry.object)} keeps a backup ${template?.ttl} and makes one every ${Math.round(gap / 360) / 10} hours at the most.`,
        fix: 'Keep each for several runs: a failed one must not be the last.',
        section: 'spec.template.ttl',
      });
    }
  },
};
