import { describe } from '../../fleet/object';
import { type NodeView, nodesOf } from '../nodes';
import type { Rule } from '../rule';
import { filterOf, selectionOf } from './osds';
import { type CephClusterSpec, cephSpec, localClusters } from './shapes';

export const bootDisk: Rule = {
  id: 'rook/boot-disk',
  category: 'reference',
  effect:
    'Ceph passes a disk in use over without a word: an OSD is missing. On an empty one the system is overwritten.',
  source: 'Rook v1.20.6, pkg/daemon/ceph/osd/daemon.go: getAvailableDevices; the platform’s facts',
  check(cluster, report) {
    for (const entry of localClusters(cluster)) {
      const { storage } = cephSpec(entry);
      for (const node of nodesOf(cluster)) {
        const how = storage && node.bootDisk && selects(storage, node);
        if (!how) continue;
        report(entry, {
          message: `${describe(entry.object)} takes ${node.bootDisk?.name} of ${node.name}, which the node boots from (by ${how}).`,
          fix: `Take its other disks: ${(node.disks ?? []).map(({ name }) => name).join(', ') || 'it has none'}.`,
          section: 'spec.storage',
        });
      }
    }
  },
};

/** By what a node's boot disk is selected. A filter that takes all takes this one too, and is told as a filter. */
function selects(storage: NonNullable<CephClusterSpec['storage']>, node: NodeView): string | undefined {
  const own = (storage.nodes ?? []).find(({ name }) => name === node.name || name === node.hostname);
  if (!storage.useAllNodes && !own) return undefined;
  const { devices = [], deviceFilter } = selectionOf(own && !storage.useAllNodes ? own : {}, storage);
  const names = [node.bootDisk?.name, `/dev/${node.bootDisk?.name}`, node.bootDisk?.path];
  const listed = devices.find(({ name, fullpath }) => names.includes(fullpath ?? name));
  if (listed) return `the device "${listed.fullpath ?? listed.name}"`;
  if (devices.length > 0 || !deviceFilter) return undefined;
  return filterOf(deviceFilter)?.(node.bootDisk?.name ?? '') ? `the filter "${deviceFilter}"` : undefined;
}
