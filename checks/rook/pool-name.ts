import { describe } from '../../fleet/object';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { poolsOf } from './shapes';

export const poolName: Rule = {
  id: 'rook/pool-name',
  holds: 'pools have names of their own, and no pool of Ceph is made twice',
  effect: 'The operator refuses the pool, or two objects fight for one pool of Ceph.',
  source: 'Rook v1.20.6, pkg/operator/ceph/pool/validate.go; pkg/operator/ceph/file: GenerateMetaDataPoolName',
  check(cluster, report) {
    const pools = poolsOf(cluster);
    for (const { entry, pool, role } of pools) {
      if (role !== 'block' || pool.name === undefined) continue;
      const name = describe(entry.object);
      if (pool.erasureCoded?.dataChunks) {
        report(entry, {
          message: `${name} is ${pool.name}, which Ceph keeps its own things in, and erasure-coded.`,
          fix: 'Replicate it.',
          section: 'spec.erasureCoded',
        });
      }
    }
    for (const same of groupBy([...pools], (p) => `${p.entry.object.metadata.namespace} ${p.cephName}`).values()) {
      for (const { entry, cephName, at } of same.slice(1)) {
        const first = same[0]?.entry;
        if (!first) continue;
        const who = first === entry ? 'another pool of it' : describe(first.object);
        report(entry, {
          message: `${describe(entry.object)} makes Ceph's pool "${cephName}", as does ${who}.`,
          fix: 'Give one of them another name.',
          section: at,
        });
      }
    }
  },
};
