import { cephCluster, ROOK } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/mgr',
  {
    wrong: [
      ['more managers than nodes', cephCluster({ mgr: { count: 4 } }), 'wants 4 managers, and there are 3 nodes'],
      [
        'a module of another setting',
        cephCluster({ mgr: { modules: [{ name: 'dashboard', enabled: true }] } }),
        'lists the manager\'s module "dashboard"',
      ],
      ['a module without a name', cephCluster({ mgr: { modules: [{ enabled: true }] } }), 'without a name'],
    ],
    right: {
      'two, and a module': cephCluster({ mgr: { count: 2, modules: [{ name: 'pg_autoscaler', enabled: true }] } }),
    },
  },
  ROOK,
);
