import { describe } from '../../fleet/object';
import { nodesOf } from '../nodes';
import type { Rule } from '../rule';
import { cephSpec, localClusters } from './shapes';

/** Modules that other settings of the cluster are for. */
const OWN: Readonly<Record<string, string>> = {
  dashboard: 'spec.dashboard',
  prometheus: 'spec.monitoring',
  crash: 'spec.crashCollector',
};

export const mgr: Rule = {
  id: 'rook/mgr',
  holds: 'managers fit on the nodes; their modules are those that nothing else turns on',
  effect: 'The operator refuses the module and the cluster stays as it was; a manager without a node stays Pending.',
  source: 'Rook v1.20.6, pkg/operator/ceph/cluster/mgr: configureMgrModules, scheduling',
  check(cluster, report) {
    for (const entry of localClusters(cluster)) {
      const { mgr: managers = {} } = cephSpec(entry);
      const nodes = nodesOf(cluster).length;
      if (nodes > 0 && (managers.count ?? 1) > nodes && !managers.allowMultiplePerNode) {
        report(entry, {
          severity: 'warning',
          message: `${describe(entry.object)} wants ${managers.count} managers, and there ${nodes === 1 ? 'is one node' : `are ${nodes} nodes`}.`,
          fix: '`mgr: { count: 1 }`: the second only waits for the first to fail.',
          section: 'spec.mgr.count',
        });
      }
      for (const { name } of managers.modules ?? []) {
        if (name && !OWN[name]) continue;
        report(entry, {
          message: name
            ? `${describe(entry.object)} lists the manager's module "${name}".`
            : `${describe(entry.object)} lists a module of the manager without a name.`,
          fix: name ? `Say it by ${OWN[name]}.` : 'Name it, or take it away.',
          section: 'spec.mgr.modules',
        });
      }
    }
  },
};
