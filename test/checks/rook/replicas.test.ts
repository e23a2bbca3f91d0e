import { ROOK, rook, withCluster } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

const pool = (size: number, requireSafeReplicaSize?: boolean) =>
  withCluster(rook('BlockPool', 'pool', { replicated: { size, requireSafeReplicaSize } }));

testRule(
  'rook/replicas',
  {
    wrong: [
      ['one copy', pool(1, false), 'the pool keeps one copy'],
      ['two copies', pool(2), 'the pool keeps two copies'],
    ],
    right: {
      three: pool(3),
      'what Ceph can make again': withCluster(rook('BlockPool', 'mgr', { name: '.mgr', replicated: { size: 2 } })),
    },
  },
  ROOK,
);
