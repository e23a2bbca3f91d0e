import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import { nodesOf } from '../nodes';
import type { Rule } from '../rule';
import { cephSpec, localClusters } from './shapes';

export const storageNode: Rule = {
  id: 'rook/storage-node',
  holds: 'nodes that give disks are nodes of the cluster',
  category: 'reference',
  effect: 'The operator passes the node over: its disks are in no pool.',
  source: 'Rook v1.20.6, pkg/operator/k8sutil/node.go: RookNodesMatchingKubernetesNodes',
  check(cluster, report) {
    const nodes = nodesOf(cluster);
    if (nodes.length === 0) return;
    const known = nodes.flatMap(({ name, hostname }) => [name, hostname]);
    for (const entry of localClusters(cluster)) {
      for (const [i, { name = '' }] of (cephSpec(entry).storage?.nodes ?? []).entries()) {
        if (known.includes(name)) continue;
        report(entry, {
          message: `${describe(entry.object)} takes disks of the node "${name}", which the cluster has not.${didYouMean(name, known)}`,
          fix: `One of ${[...new Set(known)].join(', ')}.`,
          section: `spec.storage.nodes[${i}].name`,
        });
      }
    }
  },
};
