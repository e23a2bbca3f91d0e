import { cephCluster, ROOK } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/monitoring',
  {
    wrong: [
      [
        'without the kind',
        cephCluster({ monitoring: { enabled: true } }),
        'nothing in the cluster brings the ServiceMonitor',
      ],
    ],
    right: {
      'not asked for': cephCluster({ monitoring: { enabled: false } }),
    },
  },
  ROOK,
);
