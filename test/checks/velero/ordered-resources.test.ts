import { testRule } from '../../helpers/rule';
import { schedule, VELERO } from '../../helpers/velero';

testRule(
  'velero/ordered-resources',
  {
    wrong: [
      ['a singular', schedule({ orderedResources: { pod: 'app/a' } }), 'orders "pod", which is no plural'],
      [
        'a kind that is none',
        schedule({ orderedResources: { podds: 'app/a' } }),
        'orders "podds", a kind that nobody knows. Did you mean "pods"?',
      ],
      [
        'without a namespace',
        schedule({ orderedResources: { pods: 'app/a,b' } }),
        'and names "b" without its namespace',
      ],
    ],
    right: {
      'as it should be': schedule({ orderedResources: { pods: 'app/a,app/b', persistentvolumes: 'pv-1' } }),
    },
  },
  VELERO,
);
