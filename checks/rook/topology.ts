import { describe } from '../../fleet/object';
import { type NodeView, nodesOf } from '../nodes';
import type { Rule } from '../rule';
import { localClusters } from './shapes';

/** From the outside in. */
const LEVELS = [
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  ...['datacenter', 'room', 'pod', 'pdu', 'row', 'rack', 'chassis'].map((level) => `topology.rook.io/${level}`),
];

export const topology: Rule = {
  id: 'rook/topology',
  holds: 'every place in the nodes’ labels has one level and one place above it',
  effect:
    'The operator refuses the topology, or Ceph counts one place as two: copies that should be apart are together.',
  source: 'Rook v1.20.6, pkg/operator/ceph/cluster/osd/topology/topology.go',
  check(cluster, report) {
    const [entry] = localClusters(cluster);
    if (!entry) return;
    const nodes = nodesOf(cluster).filter(({ labels }) => labels);
    for (const problem of problems(nodes)) {
      report(entry, {
        message: `${describe(entry.object)}: ${problem}.`,
        fix: 'Give every place one name, one level and one place above it.',
        section: 'spec.storage',
      });
    }
  },
};

function* problems(nodes: readonly NodeView[]): Iterable<string> {
  const level = new Map<string, string>();
  const above = new Map<string, string>();
  for (const { name, labels = {} } of nodes) {
    let outer: string | undefined;
    for (const label of LEVELS) {
      // Only what Rook's own labels say stands below a zone.
      const value = labels[label];
      if (value === undefined) continue;
      if (value === '') yield `the label ${label} of ${name} is empty`;
      const key = `${label} ${value}`;
      if ((level.get(value) ?? label) !== label)
        yield `"${value}" is a ${short(level.get(value) ?? '')} and a ${short(label)}`;
      level.set(value, label);
      const known = above.get(key);
      if (outer !== undefined && known !== undefined && known !== outer) {
        yield `the ${short(label)} "${value}" is in ${last(known)} and in ${last(outer)}`;
      }
      if (outer !== undefined) above.set(key, outer);
      outer = key;
    }
  }
}

const short = (label: string) => label.slice(label.indexOf('/') + 1);
const last = (key: string) => `"${key.slice(key.indexOf(' ') + 1)}"`;
