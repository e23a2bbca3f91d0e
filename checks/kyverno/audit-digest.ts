import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { classicRules } from './shapes';

export const auditDigest: Rule = {
  id: 'kyverno/audit-digest',
  holds: 'images that are only looked at are not written by their digest',
  effect: 'Kyverno’s webhook refuses the policy: what is only reported is not changed.',
  source: 'Kyverno v1.19.0, api/kyverno/v1/image_verification_types.go: mutateDigest must be set to false for Audit',
  check(cluster, report) {
    for (const { entry, spec, rule, at } of classicRules(cluster)) {
      for (const {
        failureAction = spec.validationFailureAction ?? 'Audit',
        mutateDigest = true,
      } of rule.verifyImages ?? []) {
        if (failureAction.toLowerCase() !== 'audit' || !mutateDigest) continue;
        report(entry, {
          message: `Rule "${rule.name}" of ${describe(entry.object)} is audited, and writes digests into images.`,
          fix: '`mutateDigest: false`, or enforce it.',
          section: `${at}.verifyImages`,
        });
      }
    }
  },
};
