import { cephCluster, ROOK } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/crash-collector',
  {
    wrong: [['turned off', cephCluster({ crashCollector: { disable: true } }), 'collects no crashes']],
    right: {
      'turned off in a test': cephCluster({ crashCollector: { disable: true }, mon: { count: 1 } }),
    },
  },
  ROOK,
);
