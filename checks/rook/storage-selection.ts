import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { Report, Rule } from '../rule';
import { cephSpec, localClusters, type Selection } from './shapes';

const WAYS = ['devices', 'deviceFilter', 'devicePathFilter', 'useAllDevices'] as const;

export const storageSelection: Rule = {
  id: 'rook/storage-selection',
  holds: 'disks are selected in one way, and some are',
  effect: 'Disks that were meant are passed over, or others are taken: the cluster has no OSDs, or the wrong ones.',
  source:
    'Rook v1.20.6, Documentation/CRDs/Cluster/ceph-cluster-crd.md: storage selection; pkg/operator/ceph/cluster/osd',
  check(cluster, report) {
    for (const entry of localClusters(cluster)) {
      const { storage = {} } = cephSpec(entry);
      const name = describe(entry.object);
      const { nodes = [], useAllNodes, storageClassDeviceSets = [] } = storage;
      if (useAllNodes && nodes.length > 0) {
        report(entry, {
          message: `${name} uses all nodes, and lists ${nodes.length} that are then passed over.`,
          fix: '`useAllNodes: false`, or no list.',
          section: 'spec.storage.nodes',
        });
      }
      if (!useAllNodes && nodes.length === 0 && storageClassDeviceSets.length === 0) {
        report(entry, {
          message: `${name} has no disks: it names no nodes and no device sets.`,
          fix: 'List the nodes with their disks.',
          section: 'spec.storage',
        });
      }
      checkWays(entry, storage, 'spec.storage', report);
      for (const [i, node] of nodes.entries()) checkWays(entry, node, `spec.storage.nodes[${i}]`, report);
    }
  },
};

function checkWays(entry: Entry, selection: Selection, at: string, report: Report): void {
  const used = WAYS.filter((way) => {
    const value = selection[way];
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  });
  if (used.length < 2) return;
  report(entry, {
    severity: 'warning',
    message: `${describe(entry.object)} selects disks by ${used.join(' and ')}: only ${used[0]} counts.`,
    fix: 'Keep one of them.',
    section: at,
  });
}
