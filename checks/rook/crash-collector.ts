import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { cephSpec, localClusters } from './shapes';

export const crashCollector: Rule = {
  id: 'rook/crash-collector',
  holds: 'warns where nobody is told of crashes',
  severity: 'warning',
  effect: 'Ceph does not know of daemons that crashed, and neither does the person on call.',
  source: 'Rook v1.20.6, deploy/examples/cluster.yaml; only cluster-test.yaml turns it off',
  check(cluster, report) {
    for (const entry of localClusters(cluster)) {
      const { crashCollector: collector, mon } = cephSpec(entry);
      if (!collector?.disable || mon?.count === 1) continue;
      report(entry, {
        message: `${describe(entry.object)} collects no crashes.`,
        fix: 'Take crashCollector.disable away.',
        section: 'spec.crashCollector',
      });
    }
  },
};
