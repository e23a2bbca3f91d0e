import { describe } from '../../fleet/object';
import { nodesOf } from '../nodes';
import type { Rule } from '../rule';
import { localClusters, poolsOf } from './shapes';

export const mgrPool: Rule = {
  id: 'rook/mgr-pool',
  holds: 'warns where one node is to keep three copies of the manager’s pool',
  severity: 'warning',
  effect: 'HEALTH_WARN for ever (undersized placement groups): Argo CD shows Degraded, and holds back later waves.',
  source: 'Rook v1.20.6, deploy/examples/cluster-test.yaml and pool-builtin-mgr.yaml',
  check(cluster, report) {
    if (nodesOf(cluster).length !== 1) return;
    for (const entry of localClusters(cluster)) {
      const { namespace } = entry.object.metadata;
      if (poolsOf(cluster).some((p) => p.cephName === '.mgr' && p.entry.object.metadata.namespace === namespace))
        continue;
      report(entry, {
        message: `${describe(entry.object)} has one node, and nobody says how the manager's pool is kept: three copies on three.`,
        fix: "The profile 'single-node', or a CephBlockPool with `name: .mgr` and failureDomain osd.",
        section: 'spec.mgr',
      });
    }
  },
};
