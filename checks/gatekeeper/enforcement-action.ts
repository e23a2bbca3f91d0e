import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { constraintsOf } from './shapes';

export const enforcementAction: Rule = {
  id: 'gatekeeper/enforcement-action',
  holds: 'a constraint’s enforcementAction is one that Gatekeeper knows',
  effect: 'Gatekeeper takes an action that it does not know for one that does nothing.',
  source: 'Gatekeeper v3.23.0, pkg/util/enforcement_action.go',
  check(cluster, report) {
    for (const entry of constraintsOf(cluster)) {
      const { enforcementAction = 'deny' } = specOf<{ enforcementAction?: string }>(entry);
      if (ACTIONS.includes(enforcementAction)) continue;
      report(entry, {
        message: `${describe(entry.object)} has the enforcementAction "${enforcementAction}".${didYouMean(enforcementAction, ACTIONS)}`,
        fix: `One of ${ACTIONS.join(', ')}.`,
        section: 'spec.enforcementAction',
      });
    }
  },
};

const ACTIONS = ['deny', 'warn', 'dryrun', 'scoped'];
