import { CLASSIC, clusterPolicy, RULE } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'kyverno/any-or-all',
  {
    wrong: [
      ['both', clusterPolicy([{ match: { ...RULE.match, all: RULE.match.any } }]), 'has any and all in its match'],
    ],
    right: {
      one: clusterPolicy(),
    },
  },
  CLASSIC,
);
