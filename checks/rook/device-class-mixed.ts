import { describe } from '../../fleet/object';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { where } from './pool-spec';
import { poolsOf } from './shapes';

export const deviceClassMixed: Rule = {
  id: 'rook/device-class-mixed',
  holds: 'warns where some pools name a class of disks and others none',
  severity: 'warning',
  effect: 'The roots of the pools overlap: Ceph stops fitting the number of placement groups, for all of them.',
  source: 'Rook v1.20.6, Documentation/CRDs/Block-Storage/ceph-block-pool-crd.md: deviceClass; Ceph, pg_autoscaler',
  check(cluster, report) {
    for (const pools of groupBy([...poolsOf(cluster)], ({ entry }) => entry.object.metadata.namespace).values()) {
      const without = pools.filter(({ pool }) => !pool.deviceClass);
      if (without.length === pools.length || without.length === 0) continue;
      for (const found of without) {
        report(found.entry, {
          message: `${describe(found.entry.object)}: ${where(found)} names no deviceClass, and other pools of the cluster do.`,
          fix: 'Name a deviceClass in every pool, or in none.',
          section: found.at,
        });
      }
    }
  },
};
