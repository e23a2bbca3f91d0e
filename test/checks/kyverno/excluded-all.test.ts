import { CLASSIC, clusterPolicy, RULE } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'kyverno/excluded-all',
  {
    wrong: [['the same', clusterPolicy([{ exclude: RULE.match }]), 'excludes all that it matches']],
    right: {
      less: clusterPolicy([{ exclude: { any: [{ resources: { kinds: ['Pod'], namespaces: ['a'] } }] } }]),
    },
  },
  CLASSIC,
);
