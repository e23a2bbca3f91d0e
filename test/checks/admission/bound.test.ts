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
  'admission/bound',
  {
    wrong: [['nowhere', all(policy()), 'has no binding']],
    right: {
      bound: all(policy(), binding()),
    },
  },
  {},
);
