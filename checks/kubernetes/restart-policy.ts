import { describe } from '../../fleet/object';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';

/** What is run to its end. */
const JOBS = ['Job', 'CronJob'];

export const restartPolicy: Rule = {
  id: 'kubernetes/restart-policy',
  holds: 'a workload is restarted always, a Job is not',
  category: 'schema',
  effect: 'The API server refuses the object, and the whole sync fails.',
  source: 'kubernetes v1.36, pkg/apis/apps/validation, pkg/apis/batch/validation: restartPolicy',
  check(cluster, report) {
    for (const { entry, spec, at } of podsOf(cluster)) {
      const { kind } = entry.object;
      if (kind === 'Pod') continue;
      const policy = spec.restartPolicy ?? 'Always';
      const isJob = JOBS.includes(kind);
      if (isJob ? policy !== 'Always' : policy === 'Always') continue;
      report(entry, {
        message: `${describe(entry.object)} has the restartPolicy ${policy}.`,
        fix: isJob ? 'A Job takes Never or OnFailure.' : 'Only Always: leave it out.',
        section: `${at}.restartPolicy`,
      });
    }
  },
};
