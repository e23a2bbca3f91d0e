import { CEL, celPolicy } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'kyverno/resource-rules',
  {
    wrong: [
      [
        'none',
        celPolicy({ matchConstraints: { namespaceSelector: { matchLabels: { a: 'b' } } } }),
        'has no resourceRules',
      ],
    ],
    right: {
      some: celPolicy(),
    },
  },
  CEL,
);
