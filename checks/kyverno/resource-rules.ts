import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { celPolicies } from './shapes';

export const resourceRules: Rule = {
  id: 'kyverno/resource-rules',
  holds: 'a policy of CEL says what it is for',
  effect: 'Kyverno’s policy is not ready and does nothing: it has to say what it is for.',
  source:
    'Kyverno v1.19.0, pkg/cel/policies/*/validate.go: a matchConstraints with at least one resource rule is required',
  check(cluster, report) {
    for (const { entry, spec } of celPolicies(cluster)) {
      if ((spec.matchConstraints?.resourceRules ?? []).length > 0) continue;
      report(entry, {
        message: `${describe(entry.object)} has no resourceRules.`,
        fix: 'Say apiGroups, apiVersions, operations and resources (plural, in lower case) of what it is for.',
        section: 'spec.matchConstraints.resourceRules',
      });
    }
  },
};
