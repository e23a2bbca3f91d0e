import { CLASSIC, clusterPolicy } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'kyverno/rule-name',
  {
    wrong: [['two of a name', clusterPolicy([{}, {}]), 'two rules "tag"']],
    right: {
      'each its own': clusterPolicy([{}, { name: 'other' }]),
    },
  },
  CLASSIC,
);
