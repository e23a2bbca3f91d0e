import { object, PODS } from './policies';

export const ADMISSION = 'admissionregistration.k8s.io/v1';

/** A policy for Pods, which pass it. */
export const policy = (spec: object = {}) =>
  object(ADMISSION, 'ValidatingAdmissionPolicy', 'policy', {
    spec: { failurePolicy: 'Fail', matchConstraints: PODS, validations: [{ expression: 'true' }], ...spec },
  });

/** Its binding. */
export const binding = (spec: object = {}) =>
  object(ADMISSION, 'ValidatingAdmissionPolicyBinding', 'binding', {
    spec: { policyName: 'policy', validationActions: ['Deny'], ...spec },
  });
