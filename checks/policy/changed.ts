import type { Rule } from '../rule';
import { outcomesOf } from './outcomes';
import { EVALUATED } from './source';
import { capital, policyOf, subjectOf } from './words';

const SHOWN = 3;

export const changed: Rule = {
  id: 'policy/changed',
  holds: 'no object, and no Pod of one, is changed by a policy of its cluster',
  effect: 'What runs is not what stands in git; where git says the field too, Argo CD sees a difference for ever.',
  source: EVALUATED,
  check(cluster, report) {
    for (const outcome of outcomesOf(cluster)) {
      const { entry, what } = outcome;
      if (what.kind !== 'changed') continue;
      const { paths } = what;
      const more = paths.length > SHOWN ? ` and ${paths.length - SHOWN} more` : '';
      report(entry, {
        message: capital(
          `${subjectOf(outcome)} would be changed by the cluster’s own ${policyOf(outcome)}: ${paths.slice(0, SHOWN).join(', ')}${more}.`,
        ),
        fix: 'Write the fields as the policy sets them, or state an exemption beside the object, with its reason.',
        ...(outcome.ofPods
          ? { severity: 'warning', effect: 'Its Pods are not what stands in git.' }
          : { section: paths[0] ?? '' }),
      });
    }
  },
};
