import { binding, policy } from '../../helpers/admission-policies';
import { all } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'admission/bound',
  {
    wrong: [['nowhere', all(policy()), 'has no binding']],
    right: {
      bound: all(policy(), binding()),
    },
  },
  {},
);
