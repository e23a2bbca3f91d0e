import { cephCluster, ROOK, replicated, rook, SPEC, withCluster } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';
import { all } from '../../helpers/velero';

const pool = (deviceClass: string) => rook('BlockPool', 'pool', replicated(3, { deviceClass }));
const fast = cephCluster({ storage: { ...SPEC.storage, config: { deviceClass: 'fast' } } });

testRule(
  'rook/device-class',
  {
    wrong: [
      ['a slip', withCluster(pool('hddd')), 'wants disks of the class "hddd", which none has. Did you mean "hdd"?'],
    ],
    right: { 'one that Ceph finds': withCluster(pool('hdd')), 'one of its own': all(fast, pool('fast')) },
  },
  ROOK,
);
