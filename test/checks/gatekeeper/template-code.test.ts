import { constraint, template } from '../../helpers/gatekeeper';
import { all, GATEKEEPER } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'gatekeeper/template-code',
  {
    wrong: [
      [
        'another target',
        all(template('k8slabels', { targets: [{ target: 'a', rego: 'b' }] })),
        'has not the one target',
      ],
      ['no code', all(template('k8slabels', { targets: [{ target: 'admission.k8s.gatekeeper.sh' }] })), 'has no code'],
    ],
    right: {
      'code in CEL': all(template(), constraint()),
    },
  },
  GATEKEEPER,
);
