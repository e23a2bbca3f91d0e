import { cephCluster, ROOK } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/boot-disk',
  {
    wrong: [
      [
        'by a filter of paths',
        cephCluster({ storage: { useAllNodes: true, devicePathFilter: '^/dev/disk/by-id/wwn-.-sd.$' } }),
        'which they boot from (by the filter "^/dev/disk/by-id/wwn-.-sd.$")',
      ],
      [
        'by a filter',
        cephCluster({ storage: { useAllNodes: true, deviceFilter: '^sd[a-c]$' } }),
        'takes sda of a, sda of b, sda of c, which they boot from (by the filter',
      ],
      [
        'listed',
        cephCluster({ storage: { nodes: [{ name: 'a', devices: [{ name: '/dev/disk/by-id/wwn-a-sda' }] }] } }),
        'takes sda of a, which the node boots from (by the device',
      ],
    ],
    right: {
      'the others': cephCluster({ storage: { useAllNodes: true, deviceFilter: '^sd[bc]$' } }),
    },
  },
  ROOK,
);
