import { all, object, PODS } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

const A = 'admissionregistration.k8s.io/v1';
const policy = (spec: object = {}) =>
  object(A, 'ValidatingAdmissionPolicy', 'policy', {
    spec: { failurePolicy: 'Fail', matchConstraints: PODS, validations: [{ expression: 'true' }], ...spec },
  });
const binding = (spec: object = {}) =>
  object(A, 'ValidatingAdmissionPolicyBinding', 'binding', {
    spec: { policyName: 'policy', validationActions: ['Deny'], ...spec },
  });

testRule(
  'admission/binding-policy',
  {
    wrong: [
      [
        'no such policy',
        all(
          policy(),
          binding(),
          object(A, 'ValidatingAdmissionPolicyBinding', 'other', {
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
