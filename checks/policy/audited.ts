import type { Rule } from '../rule';
import { outcomesOf } from './outcomes';
import { EVALUATED } from './source';
import { capital, policyOf, sentence, subjectOf } from './words';

export const audited: Rule = {
  id: 'policy/audited',
  holds: 'no object violates an audited policy of its cluster',
  severity: 'warning',
  effect: 'It is accepted, and stands in the policy reports; once the policy is enforced, it is refused.',
  source: EVALUATED,
  check(cluster, report) {
    for (const outcome of outcomesOf(cluster)) {
      const { entry, what } = outcome;
      if (what.kind !== 'audited' || what.broken) continue;
      report(entry, {
        message: capital(`${subjectOf(outcome)} violates the audited ${policyOf(outcome)}: ${sentence(what.message)}`),
        fix: 'Change the object as the policy asks, or state an exemption beside it, with its reason.',
      });
    }
  },
};
