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
  'admission/params',
  {
    wrong: [
      [
        'none, where some are asked for',
        all(policy({ paramKind: { apiVersion: 'v1', kind: 'ConfigMap' } }), binding()),
        'names no ConfigMap as parameters',
      ],
      [
        'some, where none are',
        all(policy(), binding({ paramRef: { name: 'a', parameterNotFoundAction: 'Deny' } })),
        'takes none',
      ],
    ],
    right: {
      none: all(policy(), binding()),
    },
  },
  {},
);
