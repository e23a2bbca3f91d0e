import type { Rule } from '../rule';
import { outcomesOf } from './outcomes';
import { EVALUATED } from './source';
import { policyOf, sentence, subjectOf } from './words';

export const undecided: Rule = {
  id: 'policy/undecided',
  severity: 'warning',
  effect: 'The cluster may refuse it, and nobody can tell before it is asked.',
  source: EVALUATED,
  check(cluster, report) {
    for (const outcome of outcomesOf(cluster)) {
      const { entry, what } = outcome;
      if (what.kind !== 'undecided') continue;
      report(entry, {
        message: `Whether the enforced ${policyOf(outcome)} takes ${subjectOf(outcome)} is not known here: it ${sentence(what.message)}`,
        fix: 'Try it where the policy is audited, and waive this finding with what you saw.',
      });
    }
  },
};
