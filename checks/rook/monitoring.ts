import { providersOf } from '../../fleet/derive/graph';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { cephSpec, localClusters } from './shapes';

const MONITOR = 'monitoring.coreos.com/ServiceMonitor';

export const monitoring: Rule = {
  id: 'rook/monitoring',
  holds: 'metrics are asked for only where the kinds and the operator’s rights are there',
  category: 'reference',
  effect: 'The operator fails to make its monitors: no metrics of Ceph, and errors in its log at every reconcile.',
  source: 'Rook v1.20.6, pkg/operator/ceph/cluster/mgr: EnableServiceMonitor; chart rook-ceph, monitoring.enabled',
  check(cluster, report) {
    const operator = cluster.chart('rook-ceph')?.values as { monitoring?: { enabled?: boolean } } | undefined;
    for (const entry of localClusters(cluster)) {
      if (!cephSpec(entry).monitoring?.enabled) continue;
      const isThere = cluster.facts.externals?.kinds?.includes(MONITOR) || providersOf(cluster.model).has(MONITOR);
      const problem = !isThere
        ? [
            'nothing in the cluster brings the ServiceMonitor',
            'Install the Prometheus operator, or say monitoring.enabled: false.',
          ]
        : operator && !operator.monitoring?.enabled
          ? ['the operator has no right to make monitors', 'new RookOperator(…, { monitoring: true }).']
          : undefined;
      if (!problem) continue;
      report(entry, {
        message: `${describe(entry.object)} wants monitoring, and ${problem[0]}.`,
        fix: problem[1] ?? '',
        section: 'spec.monitoring.enabled',
      });
    }
  },
};
