import { cephCluster, ROOK } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/device-filter',
  {
    wrong: [
      [
        'look-ahead',
        cephCluster({ storage: { useAllNodes: true, deviceFilter: '^sd(?!a)' } }),
        'is no regular expression of RE2',
      ],
      [
        'not anchored',
        cephCluster({ storage: { useAllNodes: true, deviceFilter: 'sd[bc]$' } }),
        'fits anywhere in a name',
      ],
      [
        'of a path',
        cephCluster({ storage: { nodes: [{ name: 'a', devicePathFilter: '^/dev/(' }] } }),
        'is no regular expression',
      ],
    ],
    right: {
      anchored: cephCluster({ storage: { useAllNodes: true, deviceFilter: '^sd[bc]$' } }),
    },
  },
  ROOK,
);
