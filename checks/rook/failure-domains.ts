import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { nodesOf } from '../nodes';
import type { Rule } from '../rule';
import { type OsdDisk, osdDisks } from './osds';
import { where } from './pool-spec';
import { type CephClusterSpec, cephSpec, clusterIn, type Pool, poolsOf } from './shapes';

/** The levels of Ceph's map, and the label that puts a node there. */
const LABELS: Readonly<Record<string, string>> = {
  region: 'topology.kubernetes.io/region',
  zone: 'topology.kubernetes.io/zone',
  ...Object.fromEntries(
    ['datacenter', 'room', 'pod', 'pdu', 'row', 'rack', 'chassis'].map((level) => [level, `topology.rook.io/${level}`]),
  ),
};

export const failureDomains: Rule = {
  id: 'rook/failure-domains',
  holds: 'a pool keeps no more copies or chunks than there are failure domains that really hold OSDs of its class',
  category: 'reference',
  effect: 'Placement groups stay undersized for ever: writes hang, and nothing that Rook or Ceph do prevents it.',
  source: 'Rook v1.20.6, pkg/daemon/ceph/client/pool.go, pkg/operator/ceph/cluster/osd/topology; Ceph: CRUSH rules',
  check(cluster, report) {
    for (const found of poolsOf(cluster)) {
      const { entry, pool, at } = found;
      const domain = pool.failureDomain || 'host';
      const problem = problemOf(cluster, found, domain);
      if (!problem) continue;
      report(entry, {
        message: `${describe(entry.object)}: ${where(found)} ${problem[0]}.`,
        fix: problem[1],
        section: at,
      });
    }
  },
};

function problemOf(cluster: ClusterView, { entry, pool }: Pool, domain: string): readonly [string, string] | undefined {
  if (domain !== 'osd' && domain !== 'host' && !LABELS[domain]) {
    return [
      `spreads over "${domain}", which is no level of Ceph's map`,
      `osd, host, ${Object.keys(LABELS).join(', ')}.`,
    ];
  }
  const owner = clusterIn(cluster, entry.object.metadata.namespace);
  if (!owner) return undefined;
  const sets = cephSpec(owner).storage?.storageClassDeviceSets ?? [];
  const { erasureCoded, replicated } = pool;
  const chunks = (erasureCoded?.dataChunks ?? 0) + (erasureCoded?.codingChunks ?? 0);
  const copies = chunks || (replicated?.size ?? 0);
  const wanted = Math.ceil(copies / (replicated?.replicasPerFailureDomain || 1));
  const what = chunks ? `${chunks} chunks` : `${copies} copies`;
  if (sets.length > 0) {
    const osds = sets.reduce((sum, { count = 0 }) => sum + count, 0);
    // Which node a claim's disk is on is not known; there are no more of them than disks.
    return osds < wanted ? [`wants ${what} over ${domain}s, and there are ${osds} OSDs`, tooMany(osds)] : undefined;
  }
  if (LABELS[domain]) return labelled(cluster, domain, wanted, what);
  const disks = osdDisks(cluster, owner);
  if (!disks) return domain === 'host' ? hostsAtMost(cluster, cephSpec(owner), wanted, what) : undefined;
  return counted(disks, pool.deviceClass, domain, wanted, what) ?? hybrid(disks, pool);
}

const tooMany = (count: number) =>
  count > 0
    ? `At most ${count}, or more disks, or another failureDomain.`
    : 'Add disks of the class, or name another class.';

function counted(
  disks: readonly OsdDisk[],
  deviceClass: string | undefined,
  domain: string,
  wanted: number,
  what: string,
) {
  // A disk whose class nobody states may be of any.
  const fitting = disks.filter(
    (disk) => !deviceClass || disk.deviceClass === undefined || disk.deviceClass === deviceClass,
  );
  const count =
    domain === 'osd'
      ? fitting.reduce((sum, { osds }) => sum + osds, 0)
      : new Set(fitting.map(({ node }) => node.name)).size;
  if (count >= wanted) return undefined;
  const of = deviceClass ? ` of class ${deviceClass}` : '';
  const unit = domain === 'osd' ? `OSD${count === 1 ? '' : 's'}` : `host${count === 1 ? '' : 's'} with OSDs`;
  return [
    `wants ${what} over ${domain}s, and there ${count === 1 ? 'is' : 'are'} ${count} ${unit}${of}`,
    tooMany(count),
  ] as const;
}

/** Where nobody knows the disks: there are no more hosts with OSDs than there are nodes to have them. */
function hostsAtMost(cluster: ClusterView, { storage, external }: CephClusterSpec, wanted: number, what: string) {
  const nodes = nodesOf(cluster).length;
  const count = storage?.useAllNodes ? nodes : Math.min(nodes, (storage?.nodes ?? []).length);
  if (external?.enable || nodes === 0 || count >= wanted) return undefined;
  return [
    `wants ${what} over hosts, and there ${count === 1 ? 'is 1 host' : `are ${count} hosts`} for OSDs`,
    tooMany(count),
  ] as const;
}

/** The classes of a hybrid pool: one copy on the faster, the others on the slower. */
function hybrid(disks: readonly OsdDisk[], { replicated }: Pool['pool']) {
  for (const name of Object.values(replicated?.hybridStorage ?? {})) {
    if (disks.some(({ deviceClass }) => deviceClass === undefined || deviceClass === name)) continue;
    return [`keeps copies on ${name} disks, and there are none`, 'Name a class that disks have.'] as const;
  }
  return undefined;
}

function labelled(cluster: ClusterView, domain: string, wanted: number, what: string) {
  const label = LABELS[domain] ?? '';
  const nodes = nodesOf(cluster);
  // Without Node objects nobody knows the labels.
  if (nodes.length === 0 || nodes.some(({ labels }) => labels === undefined)) return undefined;
  const values = new Set(nodes.flatMap(({ labels }) => labels?.[label] ?? []));
  if (values.size >= wanted) return undefined;
  const there = values.size === 0 ? `no node has the label ${label}` : `the nodes are in ${values.size} of them`;
  return [
    `wants ${what} over ${domain}s, and ${there}`,
    `Label the nodes (${label}), or spread over another domain.`,
  ] as const;
}
