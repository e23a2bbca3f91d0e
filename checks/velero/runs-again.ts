import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { BACKUP, RESTORE } from './shapes';

export const runsAgain: Rule = {
  id: 'velero/runs-again',
  holds: 'no Backup or Restore is in a folder that Argo CD syncs',
  effect:
    'It runs once, and again whenever Velero has deleted it after its time to live: a restore over what is there now.',
  source: 'Velero v1.18.1, pkg/controller/gc_controller.go; Argo CD v3.5.1, self-heal',
  check(cluster, report) {
    // A folder of YAML may well be what somebody creates by hand.
    if (!cluster.model.argocd) return;
    for (const kind of [BACKUP, RESTORE]) {
      for (const entry of cluster.ofKind(kind)) {
        report(entry, {
          effect:
            kind === BACKUP
              ? 'It runs once, and again whenever Velero has deleted it after its time to live.'
              : undefined,
          message: `${describe(entry.object)} is in a folder that Argo CD syncs.`,
          fix: `Print it, and create it by hand: npm run ${entry.object.kind.toLowerCase()} -- ${cluster.name} …`,
          section: 'kind',
        });
      }
    }
  },
};
