import { constraint, template } from '../../helpers/gatekeeper';
import { all, GATEKEEPER } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'gatekeeper/enforcement-action',
  {
    wrong: [['mistyped', all(template(), constraint({ enforcementAction: 'dry-run' })), 'Did you mean "dryrun"?']],
    right: {
      known: all(template(), constraint({ enforcementAction: 'dryrun' })),
    },
  },
  GATEKEEPER,
);
