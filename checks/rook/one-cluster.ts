import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { osdDisks } from './osds';
import { cephSpec, localClusters } from './shapes';

export const oneCluster: Rule = {
  id: 'rook/one-cluster',
  holds: 'one CephCluster a namespace; no folder or disk for two',
  effect: 'The operator refuses the second cluster of a namespace; two on one folder or disk destroy each other.',
  source:
    'Rook v1.20.6, pkg/operator/ceph/cluster/controller.go; Documentation/Storage-Configuration/Advanced: several clusters',
  check(cluster, report) {
    const all = localClusters(cluster);
    if (all.length < 2) return;
    const tell = (what: string, fix: string, same: readonly Entry[]) => {
      for (const entry of same.slice(1)) {
        const first = same[0]?.object;
        report(entry, {
          message: `${describe(entry.object)} ${what} ${first && describe(first)}.`,
          fix,
          section: 'spec',
        });
      }
    };
    for (const same of groupBy(all, ({ object }) => object.metadata.namespace ?? '').values()) {
      tell('is in one namespace with', 'One CephCluster a namespace.', same);
    }
    for (const same of groupBy(all, (entry) => cephSpec(entry).dataDirHostPath || '/').values()) {
      if (cephSpec(same[0] as Entry).dataDirHostPath) {
        tell('keeps what its monitors know in the same folder as', 'Give each a dataDirHostPath of its own.', same);
      }
    }
    const disks = all.flatMap((entry) => (osdDisks(cluster, entry) ?? []).map((disk) => ({ entry, disk })));
    for (const same of groupBy(disks, ({ disk }) => `${disk.node.name} ${disk.name}`).values()) {
      const entries = [...new Set(same.map(({ entry }) => entry))];
      tell(
        `lists ${same[0]?.disk.name} of ${same[0]?.disk.node.name}, as does`,
        'A disk belongs to one cluster.',
        entries,
      );
    }
  },
};
