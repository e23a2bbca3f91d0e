import { CEL, celPolicy } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'kyverno/webhook-timeout',
  {
    wrong: [['too long', celPolicy({ webhookConfiguration: { timeoutSeconds: 31 } }), 'a time-out of 31 seconds']],
    right: {
      'in bounds': celPolicy({ webhookConfiguration: { timeoutSeconds: 30 } }),
    },
  },
  CEL,
);
