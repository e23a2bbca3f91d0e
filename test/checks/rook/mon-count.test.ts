import { cephCluster, ROOK } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/mon-count',
  {
    wrong: [
      ['more monitors than nodes', cephCluster({ mon: { count: 5 } }), 'wants 5 monitors, and there are 3 nodes'],
      ['an even number', cephCluster({ mon: { count: 2 } }), 'has 2 monitors: an even number'],
      [
        'one arbiter too many',
        cephCluster({
          mon: {
            count: 3,
            stretchCluster: { zones: [{ name: 'x', arbiter: true }, { name: 'y', arbiter: true }, { name: 'z' }] },
          },
        }),
        'is stretched with 2 arbiters',
      ],
      [
        'more zones than monitors',
        cephCluster({ mon: { count: 1, zones: [{ name: 'x' }, { name: 'y' }] } }),
        'has 2 zones for 1 monitors',
      ],
    ],
    right: {
      'three on three': cephCluster(),
      'nothing said, on three': cephCluster({ mon: undefined }),
      'several on a node, for a test': cephCluster({ mon: { count: 5, allowMultiplePerNode: true } }),
      'one that floats': cephCluster({ mon: { count: 3, floatingMon: { name: 'f', configmapName: 'floating' } } }),
    },
  },
  ROOK,
);
