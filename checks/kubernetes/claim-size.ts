import { describe } from '../../fleet/object';
import { claimsOf } from '../claims';
import type { Rule } from '../rule';

export const claimSize: Rule = {
  id: 'kubernetes/claim-size',
  holds: 'a claim says how large it is',
  category: 'schema',
  effect: 'The API server refuses the claim; a StatefulSet makes none of its Pods.',
  source: 'kubernetes v1.36, pkg/apis/core/validation: ValidatePersistentVolumeClaimSpec',
  check(cluster, report) {
    for (const { entry, spec, at } of claimsOf(cluster)) {
      if (spec?.resources?.requests?.['storage'] !== undefined) continue;
      report(entry, {
        message: `${describe(entry.object)} claims a volume and does not say how large.`,
        fix: 'Say `resources.requests.storage`: "10Gi".',
        section: `${at}.resources`,
      });
    }
  },
};
