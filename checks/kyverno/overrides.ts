import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { classicPolicies } from './shapes';

export const overrides: Rule = {
  id: 'kyverno/overrides',
  holds: 'a Policy has no overrides by namespace',
  effect: 'Kyverno’s webhook refuses the policy: a Policy is of one namespace.',
  source: 'Kyverno v1.19.0, pkg/validation/policy/validate.go: validateValidationFailureActionOverrides',
  check(cluster, report) {
    for (const { entry, spec } of classicPolicies(cluster)) {
      if (entry.object.kind !== 'Policy') continue;
      const ofRule = spec.rules?.find(({ validate }) => validate?.['failureActionOverrides'] !== undefined);
      if (!ofRule && !spec.validationFailureActionOverrides) continue;
      report(entry, {
        message: `${describe(entry.object)} has overrides by namespace.`,
        fix: 'Say `failureAction` alone, or make it a ClusterPolicy.',
        section: ofRule
          ? `spec.rules[${ofRule.name}].validate.failureActionOverrides`
          : 'spec.validationFailureActionOverrides',
      });
    }
  },
};
