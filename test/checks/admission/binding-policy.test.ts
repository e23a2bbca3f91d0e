import { ADMISSION, binding, policy } from '../../helpers/admission-policies';
import { all, object } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'admission/binding-policy',
  {
    wrong: [
      [
        'no such policy',
        all(
          policy(),
          binding(),
          object(ADMISSION, 'ValidatingAdmissionPolicyBinding', 'other', {
            spec: { policyName: 'polici', validationActions: ['Deny'] },
          }),
        ),
        'Did you mean "policy"?',
      ],
    ],
    right: {
      'one that is there': all(policy(), binding()),
    },
  },
  {},
);
