import { binding, policy } from '../../helpers/admission-policies';
import { all } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'admission/actions',
  {
    wrong: [
      ['twice the same', all(policy(), binding({ validationActions: ['Deny', 'Warn'] })), 'denies and warns'],
      ['none', all(policy(), binding({ validationActions: [] })), 'says no validationActions'],
      ['an action twice', all(policy(), binding({ validationActions: ['Audit', 'Audit'] })), 'says an action twice'],
    ],
    right: {
      one: all(policy(), binding()),
    },
  },
  {},
);
