import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { classicPolicies } from './shapes';

export const movedField: Rule = {
  id: 'kyverno/moved-field',
  holds: 'no fields that moved into rules, or are gone',
  severity: 'warning',
  effect:
    'Deprecated fields are read until Kyverno ends with them; what replaces them is stronger where both are said.',
  source: 'Kyverno v1.19.0, api/kyverno/v1/spec_types.go',
  check(cluster, report) {
    for (const { entry, spec } of classicPolicies(cluster)) {
      for (const [field, place] of Object.entries(MOVED)) {
        const value = spec[field as keyof typeof MOVED];
        // The API server's own default says nothing.
        if (value === undefined || value === 'Audit') continue;
        const isGone = field === 'generateExistingOnPolicyUpdate';
        report(entry, {
          ...(isGone ? { severity: 'error', effect: 'Kyverno’s webhook refuses the policy.' } : {}),
          message: `${describe(entry.object)} says ${field}, which has moved to ${place}.`,
          fix: `Say it there: ${place}.`,
          section: `spec.${field}`,
        });
      }
    }
  },
};

const MOVED = {
  validationFailureAction: 'spec.rules[].validate.failureAction',
  validationFailureActionOverrides: 'spec.rules[].validate.failureActionOverrides',
  failurePolicy: 'spec.webhookConfiguration.failurePolicy',
  webhookTimeoutSeconds: 'spec.webhookConfiguration.timeoutSeconds',
  mutateExistingOnPolicyUpdate: 'spec.rules[].mutate.mutateExistingOnPolicyUpdate',
  generateExisting: 'spec.rules[].generate.generateExisting',
  generateExistingOnPolicyUpdate: 'spec.rules[].generate.generateExisting',
} as const;
