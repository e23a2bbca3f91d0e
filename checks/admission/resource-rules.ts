import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { FAMILIES, type PolicySpec } from './shapes';

export const resourceRules: Rule = {
  id: 'admission/resource-rules',
  holds: 'a policy says what it is for',
  effect: 'The API server refuses the policy: the sync fails.',
  source: 'Kubernetes v1.36, pkg/apis/admissionregistration/validation: validateValidatingAdmissionPolicySpec',
  check(cluster, report) {
    for (const { policy } of FAMILIES) {
      for (const entry of cluster.ofKind(policy)) {
        if ((specOf<PolicySpec>(entry).matchConstraints?.resourceRules ?? []).length > 0) continue;
        report(entry, {
          message: `${describe(entry.object)} has no resourceRules.`,
          fix: 'Say apiGroups, apiVersions, operations and resources (plural, in lower case) of what it is for.',
          section: 'spec.matchConstraints.resourceRules',
        });
      }
    }
  },
};
