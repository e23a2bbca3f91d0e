import { ROOK, replicated, rook, withCluster } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/device-class-mixed',
  {
    wrong: [
      [
        'one with, one without',
        withCluster(
          rook('BlockPool', 'a', replicated(3, { deviceClass: 'hdd' })),
          rook('BlockPool', 'b', replicated()),
        ),
        'names no deviceClass, and other pools of the cluster do',
      ],
    ],
    right: {
      'all with': withCluster(rook('BlockPool', 'a', replicated(3, { deviceClass: 'hdd' }))),
      'all without': withCluster(rook('BlockPool', 'a', replicated())),
    },
  },
  ROOK,
);
