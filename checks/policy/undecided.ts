import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { wrongExpressions } from './expression';
import { type Outcome, outcomesOf } from './outcomes';
import { EVALUATED } from './source';
import { policyOf, sentence, subjectOf } from './words';

export const undecided: Rule = {
  id: 'policy/undecided',
  holds: 'what an enforced policy says of an object is known',
  severity: 'warning',
  effect: 'The cluster may refuse it, and nobody can tell before it is asked.',
  source: EVALUATED,
  check(cluster, report) {
    const outcomes = outcomesOf(cluster)
      .flatMap((outcome) => asked(outcome) ?? [])
      // An expression that is none is told by policy/expression.
      .filter(({ outcome }) => [...wrongExpressions(outcome.policy)].length === 0);
    // A policy that asks the cluster does so for every object: it is told once.
    for (const [, same] of groupBy(outcomes, ({ outcome, message }) => `${policyOf(outcome)}\n${message}`)) {
      const [first] = same;
      if (!first) continue;
      const { outcome, message } = first;
      const more = same.length > 1 ? ` and ${same.length - 1} more` : '';
      report(outcome.entry, {
        message: `Whether the enforced ${policyOf(outcome)} takes ${subjectOf(outcome)}${more} is not known here: it ${sentence(message)}`,
        fix: 'Try it where the policy is audited, and waive this finding with what you saw.',
      });
    }
  },
};

function asked(outcome: Outcome): { readonly outcome: Outcome; readonly message: string } | undefined {
  const { what } = outcome;
  return what.kind === 'undecided' ? { outcome, message: what.message } : undefined;
}
