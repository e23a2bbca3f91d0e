import { cephCluster, ROOK } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/storage-node',
  {
    wrong: [
      [
        'a node that is not there',
        cephCluster({ storage: { nodes: [{ name: 'd', devices: [{ name: '/dev/disk/by-id/x' }] }] } }),
        'takes disks of the node "d", which the cluster has not',
      ],
    ],
    right: {
      'one of them': cephCluster({ storage: { nodes: [{ name: 'b', devices: [{ name: '/dev/disk/by-id/x' }] }] } }),
    },
  },
  ROOK,
);
