import { describe } from '../../fleet/object';
import { type NodeView, nodesOf } from '../nodes';
import type { Rule } from '../rule';
import { filterOf, selectionOf } from './osds';
import { type CephClusterSpec, cephSpec, localClusters } from './shapes';

export const bootDisk: Rule = {
  id: 'rook/boot-disk',
  holds: 'no disk that a node boots from is given to Ceph, by name or by a filter',
  category: 'reference',
  effect:
    'Ceph passes a disk in use over without a word: an OSD is missing. On an empty one the system is overwritten.',
  source: 'Rook v1.20.6, pkg/daemon/ceph/osd/daemon.go: getAvailableDevices; the platform’s facts',
  check(cluster, report) {
    for (const entry of localClusters(cluster)) {
      const { storage } = cephSpec(entry);
      const taken = nodesOf(cluster).flatMap((node) => {
        const how = storage && node.bootDisk && selects(storage, node);
        return how ? [{ node, how }] : [];
      });
      const [first] = taken;
      if (!first) continue;
      const disks = taken.map(({ node }) => `${node.bootDisk?.name} of ${node.name}`).join(', ');
      const others = new Set(
        taken.flatMap(({ node }) =>
          (node.disks ?? [])
            .filter(({ name, path }) => name !== node.bootDisk?.name && (!path || path !== node.bootDisk?.path))
            .map(({ name }) => name),
        ),
      );
      report(entry, {
        message: `${describe(entry.object)} takes ${disks}, which ${taken.length === 1 ? 'the node boots' : 'they boot'} from (by ${first.how}).`,
        fix: `Take the other disks: ${[...others].join(', ') || 'there are none'}.`,
        section: 'spec.storage',
      });
    }
  },
};

/** By what a node's boot disk is selected. A filter that takes all takes this one too, and is told as a filter. */
function selects(storage: NonNullable<CephClusterSpec['storage']>, node: NodeView): string | undefined {
  const own = (storage.nodes ?? []).find(({ name }) => name === node.name || name === node.hostname);
  if (!storage.useAllNodes && !own) return undefined;
  const { devices = [], deviceFilter, devicePathFilter } = selectionOf(own && !storage.useAllNodes ? own : {}, storage);
  const names = [node.bootDisk?.name, `/dev/${node.bootDisk?.name}`, node.bootDisk?.path];
  const listed = devices.find(({ name, fullpath }) => names.includes(fullpath ?? name));
  if (listed) return `the device "${listed.fullpath ?? listed.name}"`;
  if (devices.length > 0) return undefined;
  if (devicePathFilter && !deviceFilter) {
    const test = filterOf(devicePathFilter);
    const taken = names.some((name) => name?.startsWith('/') && test?.(name));
    return taken ? `the filter "${devicePathFilter}"` : undefined;
  }
  if (!deviceFilter) return undefined;
  return filterOf(deviceFilter)?.(node.bootDisk?.name ?? '') ? `the filter "${deviceFilter}"` : undefined;
}
