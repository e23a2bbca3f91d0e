import { constraint, template } from '../../helpers/gatekeeper';
import { all, GATEKEEPER } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'gatekeeper/template-name',
  {
    wrong: [['another name', all(template('labels')), 'makes the kind K8sLabels']],
    right: {
      'its kind in lower case': all(template(), constraint()),
    },
  },
  GATEKEEPER,
);
