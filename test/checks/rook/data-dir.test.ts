import { cephCluster, ROOK } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/data-dir',
  {
    wrong: [
      ['a relative folder', cephCluster({ dataDirHostPath: 'var/lib/rook' }), 'has the relative dataDirHostPath'],
      [
        'a folder of Ceph’s own',
        cephCluster({ dataDirHostPath: '/etc/ceph/data' }),
        "which Ceph's containers use themselves",
      ],
      ['none', cephCluster({ dataDirHostPath: '' }), 'keeps what its monitors know nowhere'],
    ],
    right: {
      'another folder': cephCluster({ dataDirHostPath: '/mnt/ceph' }),
    },
  },
  ROOK,
);
