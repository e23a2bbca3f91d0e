import { RESERVED_POOLS } from '../../facts/rook';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { where } from './pool-spec';
import { poolsOf } from './shapes';

export const replicas: Rule = {
  id: 'rook/replicas',
  holds: 'warns of pools with one or two copies',
  severity: 'warning',
  effect:
    'With one copy a lost disk takes its data along; with two, one is left while it is made again, and nothing tells which of two that differ is right.',
  source: 'Rook v1.20.6, Documentation/CRDs/Block-Storage/ceph-block-pool-crd.md; Ceph v20, data safety',
  check(cluster, report) {
    for (const found of poolsOf(cluster)) {
      const { entry, pool, at, cephName } = found;
      const { size = 0, replicasPerFailureDomain } = pool.replicated ?? {};
      // What Ceph keeps for itself can be made again.
      if (size < 1 || size > 2 || (size === 2 && replicasPerFailureDomain) || RESERVED_POOLS.includes(cephName))
        continue;
      report(entry, {
        message: `${describe(entry.object)}: ${where(found)} keeps ${size === 1 ? 'one copy' : 'two copies'}.`,
        fix: 'Three copies; or waive it, with what it is worth.',
        section: at,
      });
    }
  },
};
