import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { cronProblem } from '../syntax/cron';
import { supercronicProblem } from '../syntax/supercronic';
import { celPolicies } from './shapes';

export const schedule: Rule = {
  id: 'kyverno/schedule',
  holds: 'schedules are what supercronic, and for the classic kinds robfig/cron too, reads',
  effect: 'Kyverno refuses the policy, and nothing is ever deleted.',
  source:
    'Kyverno v1.19.0, pkg/cel/policies/dpol/validate.go (aptible/supercronic, cronexpr); api/kyverno/v2/cleanup_policy_types.go (robfig/cron, and supercronic)',
  check(cluster, report) {
    for (const { entry, spec } of celPolicies(cluster, ['DeletingPolicy']))
      say(entry, supercronicProblem(spec.schedule ?? ''));
    for (const kind of ['kyverno.io/CleanupPolicy', 'kyverno.io/ClusterCleanupPolicy']) {
      for (const entry of cluster.ofKind(kind)) {
        const { schedule = '' } = specOf<{ schedule?: string }>(entry);
        say(entry, cronProblem(schedule, { descriptors: true }) ?? supercronicProblem(schedule));
      }
    }
    function say(entry: Entry, problem: string | undefined): void {
      if (problem === undefined) return;
      const { schedule = '' } = specOf<{ schedule?: string }>(entry);
      report(entry, {
        message: `${describe(entry.object)} has the schedule "${schedule}": ${problem}.`,
        fix: 'Five fields in UTC: "0 3 * * *".',
        section: 'spec.schedule',
      });
    }
  },
};
