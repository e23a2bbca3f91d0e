import { ONE_NODE, ONE_SPEC, rook } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/mgr-pool',
  {
    wrong: [['nobody says it', rook('Cluster', 'ceph', ONE_SPEC), "nobody says how the manager's pool is kept"]],
    right: {
      managed: (app, cluster) => {
        rook('Cluster', 'ceph', ONE_SPEC)(app, cluster);
        rook('BlockPool', 'mgr', { name: '.mgr', failureDomain: 'osd', replicated: { size: 2 } })(app, cluster);
      },
    },
  },
  ONE_NODE,
);
