import { CLASSIC, clusterPolicy, RULE } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'kyverno/one-operation',
  {
    wrong: [
      ['nothing', clusterPolicy([{ validate: undefined }]), 'does nothing'],
      [
        'two',
        clusterPolicy([{ mutate: { patchStrategicMerge: { metadata: { labels: { a: 'b' } } } } }]),
        'does validate and mutate',
      ],
      [
        'two demands',
        clusterPolicy([{ validate: { ...RULE.validate, anyPattern: [{}] } }]),
        'validates by pattern and anyPattern',
      ],
    ],
    right: {
      one: clusterPolicy(),
    },
  },
  CLASSIC,
);
