import { binding, policy } from '../../helpers/admission-policies';
import { all } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'admission/resource-rules',
  {
    wrong: [['none', all(policy({ matchConstraints: {} }), binding()), 'has no resourceRules']],
    right: {
      some: all(policy(), binding()),
    },
  },
  {},
);
