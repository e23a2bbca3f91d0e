import { CLASSIC, clusterPolicy } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'kyverno/moved-field',
  {
    wrong: [
      [
        'the action',
        clusterPolicy([{}], { validationFailureAction: 'Enforce' }),
        'says validationFailureAction, which has moved',
      ],
      [
        'one that is gone',
        clusterPolicy([{}], { generateExistingOnPolicyUpdate: true }),
        'generateExistingOnPolicyUpdate',
      ],
    ],
    right: {
      'where it belongs': clusterPolicy(),
    },
  },
  CLASSIC,
);
