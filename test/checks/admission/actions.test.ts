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
