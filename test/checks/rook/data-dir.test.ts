import { cephCluster, ROOK } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/data-dir',
  {
    wrong: [
      [
        'a folder of Ceph’s own',
        cephCluster({ dataDirHostPath: '/etc/ceph/data' }),
        "which Ceph's containers use themselves",
      ],
      ['none', cephCluster({ dataDirHostPath: undefined }), 'keeps what its monitors know nowhere'],
    ],
    right: {
      'another folder': cephCluster({ dataDirHostPath: '/mnt/ceph' }),
    },
  },
  ROOK,
);
