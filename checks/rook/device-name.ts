import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import { nodesOf } from '../nodes';
import type { Report, Rule } from '../rule';
import { cephSpec, type DeviceShape, localClusters, type StorageNode } from './shapes';

/** What the kernel gives in the order in which it finds disks. */
const KERNEL_NAME = /^(?:\/dev\/)?(?:sd[a-z]+|vd[a-z]+|xvd[a-z]+|nvme\d+n\d+)$/;

export const deviceName: Rule = {
  id: 'rook/device-name',
  holds: 'disks are named once, by paths that stay (kernel names are a warning)',
  effect: 'After a reboot another disk may have the name; a path that is none matches nothing, and an OSD is missing.',
  source: 'Rook v1.20.6, Documentation/CRDs/Cluster/ceph-cluster-crd.md: devices; pkg/daemon/ceph/osd/daemon.go',
  check(cluster, report) {
    for (const entry of localClusters(cluster)) {
      const { storage = {} } = cephSpec(entry);
      checkMoving(
        entry,
        [...(storage.devices ?? []), ...(storage.nodes ?? []).flatMap((n) => n.devices ?? [])],
        report,
      );
      checkDevices(entry, storage.devices ?? [], 'spec.storage.devices', report);
      checkSame(entry, storage.nodes ?? [], report);
      for (const [i, { name = '', devices = [] }] of (storage.nodes ?? []).entries()) {
        const node = nodesOf(cluster).find((n) => n.name === name || n.hostname === name);
        const aliases = new Map((node?.disks ?? []).flatMap((d) => (d.path ? [[d.path, d.name] as const] : [])));
        checkDevices(entry, devices, `spec.storage.nodes[${i}].devices`, report, aliases);
      }
    }
  },
};

/** A disk's own id cannot be in two machines. */
function checkSame(entry: Entry, nodes: readonly StorageNode[], report: Report): void {
  const owners = new Map<string, string>();
  for (const { name: node = '', devices = [] } of nodes) {
    for (const { name, fullpath } of devices) {
      const path = fullpath ?? name ?? '';
      if (!path.includes('/by-id/')) continue;
      const owner = owners.get(path);
      if (owner !== undefined && owner !== node) {
        report(entry, {
          message: `${describe(entry.object)} names ${path} on ${owner} and on ${node}.`,
          fix: 'Each disk has an id of its own.',
          section: 'spec.storage.nodes',
        });
      }
      owners.set(path, node);
    }
  }
}

/** Once for a cluster: it is one decision. */
function checkMoving(entry: Entry, devices: readonly DeviceShape[], report: Report): void {
  const names = new Set(devices.map(({ name, fullpath }) => fullpath ?? name ?? ''));
  const moving = [...names].filter((name) => KERNEL_NAME.test(name));
  if (moving.length === 0) return;
  report(entry, {
    severity: 'warning',
    message: `${describe(entry.object)} names disks as the kernel does: ${moving.join(', ')}.`,
    fix: 'Name them by paths that stay: /dev/disk/by-id/… (on Talos: `talosctl get disks`).',
    section: 'spec.storage',
  });
}

function checkDevices(
  entry: Entry,
  devices: readonly DeviceShape[],
  at: string,
  report: Report,
  aliases: ReadonlyMap<string, string> = new Map(),
): void {
  const object = describe(entry.object);
  const seen = new Set<string>();
  const names = devices.map(({ name, fullpath }) => fullpath ?? name ?? '');
  for (const [i, name] of names.entries()) {
    if (/^(?:disk\/)?by-(?:id|path|uuid|partuuid)\//.test(name)) {
      report(entry, {
        message: `${object} names the disk "${name}": only paths below /dev/ are looked up.`,
        fix: `Write "/dev/${name.startsWith('disk/') ? name : `disk/${name}`}".`,
        section: at,
      });
    }
    const metadata = devices[i]?.config?.['metadataDevice'];
    for (const used of [name, ...(typeof metadata === 'string' && metadata === name ? [metadata] : [])]) {
      const disk = (aliases.get(used) ?? used).replace(/^\/dev\//, '');
      if (seen.has(disk)) {
        report(entry, {
          message: `${object} uses the disk ${disk} twice.`,
          fix: 'List it once, for data or for metadata.',
          section: at,
        });
      }
      seen.add(disk);
    }
  }
}
