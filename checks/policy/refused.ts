import type { Rule } from '../rule';
import { outcomesOf } from './outcomes';
import { EVALUATED } from './source';
import { capital, policyOf, sentence, subjectOf } from './words';

export const refused: Rule = {
  id: 'policy/refused',
  holds: 'no object, and no Pod of one, is refused by an enforced policy of its cluster',
  effect: 'The sync fails: the admission webhook denies the request.',
  source: EVALUATED,
  check(cluster, report) {
    for (const outcome of outcomesOf(cluster)) {
      const { entry, ofPods, what } = outcome;
      if (what.kind !== 'refused' || what.broken) continue;
      report(entry, {
        message: capital(
          `${subjectOf(outcome)} would be refused by the cluster’s own ${policyOf(outcome)}: ${sentence(what.message)}`,
        ),
        ...(ofPods
          ? { effect: 'The object is accepted, and none of its Pods is ever created: the reason is in its events.' }
          : {}),
        fix: 'Change the object as the policy asks, or state an exemption beside it, with its reason.',
      });
    }
  },
};
