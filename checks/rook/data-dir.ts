import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { cephSpec, localClusters } from './shapes';

/** Folders that Ceph's own containers mount over. */
const RESERVED = ['/etc/ceph', '/rook', '/var/log/ceph'];

export const dataDir: Rule = {
  id: 'rook/data-dir',
  holds: 'what the monitors know is kept in a folder that stays',
  effect: 'The operator refuses the cluster; an empty one loses what the monitors know with the first restart.',
  source: 'Rook v1.20.6, pkg/apis/ceph.rook.io/v1: validation of dataDirHostPath; ceph-cluster-crd.md',
  check(cluster, report) {
    for (const entry of localClusters(cluster)) {
      const { dataDirHostPath: path, storage, mon } = cephSpec(entry);
      // Monitors and disks that are claims need no folder on the nodes.
      const onNodes =
        (storage?.useAllNodes || (storage?.nodes ?? []).length > 0) &&
        !(mon as { volumeClaimTemplate?: object })?.volumeClaimTemplate;
      const wrong = !path
        ? onNodes
          ? 'keeps what its monitors know nowhere'
          : undefined
        : /^\/(?:tmp|var\/tmp|run|var\/run|dev\/shm)(?:\/|$)/.test(path)
          ? `keeps what its monitors know in "${path}", which is emptied when the node restarts`
          : RESERVED.some((reserved) => path === reserved || path.startsWith(`${reserved}/`))
            ? `has the dataDirHostPath "${path}", which Ceph's containers use themselves`
            : undefined;
      if (!wrong) continue;
      report(entry, {
        message: `${describe(entry.object)} ${wrong}.`,
        fix: 'Write `dataDirHostPath: /var/lib/rook`, and never change it.',
        section: 'spec.dataDirHostPath',
      });
    }
  },
};
