import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import { type NodeView, nodesOf } from '../nodes';
import { re2 } from '../syntax/re2';
import { cephSpec, type Selection, type StorageNode } from './shapes';

/** A disk that becomes OSDs. */
export interface OsdDisk {
  readonly node: NodeView;
  /** As it is selected: a name or a path. */
  readonly name: string;
  /** Undefined where nobody says it. */
  readonly deviceClass: string | undefined;
  /** How many OSDs are on it. */
  readonly osds: number;
}

const found = new WeakMap<Entry, readonly OsdDisk[] | undefined>();

/** The disks of a CephCluster on its nodes; undefined where that cannot be told from what is here. */
export function osdDisks(cluster: ClusterView, entry: Entry): readonly OsdDisk[] | undefined {
  if (!found.has(entry)) found.set(entry, find(cluster, entry));
  return found.get(entry);
}

function find(cluster: ClusterView, entry: Entry): OsdDisk[] | undefined {
  const { storage, external } = cephSpec(entry);
  const nodes = nodesOf(cluster);
  if (external?.enable || !storage || (storage.storageClassDeviceSets ?? []).length > 0 || nodes.length === 0) {
    return undefined;
  }
  const chosen = storage.useAllNodes
    ? nodes.map((node) => ({ node, own: {} as StorageNode }))
    : (storage.nodes ?? []).flatMap((own) => {
        const node = nodes.find(({ name, hostname }) => hostname === own.name || name === own.name);
        return node ? [{ node, own }] : [];
      });
  const disks: OsdDisk[] = [];
  for (const { node, own } of chosen) {
    const selected = selectedOn(node, own, storage);
    if (!selected) return undefined;
    disks.push(...selected);
  }
  return disks;
}

/** What a node's disks are selected by: its own words, else the cluster's. */
export function selectionOf(own: Selection, all: Selection): Selection {
  const says = ({ devices, deviceFilter, devicePathFilter, useAllDevices }: Selection) =>
    (devices ?? []).length > 0 || deviceFilter || devicePathFilter || useAllDevices !== undefined;
  return says(own) ? own : all;
}

function selectedOn(node: NodeView, own: Selection, all: Selection): OsdDisk[] | undefined {
  const { devices = [], deviceFilter, devicePathFilter, useAllDevices } = selectionOf(own, all);
  const config = { ...all.config, ...own.config };
  const disk = (name: string, more: Readonly<Record<string, unknown>> = {}): OsdDisk => {
    const settings = { ...config, ...more };
    const known = node.disks?.find((d) => d.name === name || d.path === name || `/dev/${d.name}` === name);
    return {
      node,
      name,
      deviceClass: (settings['deviceClass'] as string | undefined) ?? known?.deviceClass,
      osds: Math.max(1, Number(settings['osdsPerDevice'] ?? 1) || 1),
    };
  };
  if (devices.length > 0) return devices.map((d) => disk(d.fullpath ?? d.name ?? '', d.config));
  // A filter, or all: what that is only a platform that lists disks can tell.
  if (devicePathFilter || !node.disks) return undefined;
  if (deviceFilter) {
    // A disk that is known by its path has a name that nobody knows.
    if (node.disks.some(({ name }) => name.startsWith('/'))) return undefined;
    const pattern = filterOf(deviceFilter);
    return pattern && node.disks.filter(({ name }) => pattern(name)).map(({ name }) => disk(name));
  }
  return useAllDevices ? node.disks.map(({ name }) => disk(name)) : [];
}

/** A filter as a test, unanchored as Rook's is; undefined where it is no RE2. */
export function filterOf(pattern: string): ((name: string) => boolean) | undefined {
  try {
    const compiled = re2().compile(pattern);
    return (name) => compiled.matcher(name).find();
  } catch {
    return undefined;
  }
}
