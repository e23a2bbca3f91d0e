import { CEL, celPolicy } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'kyverno/namespaced-http',
  {
    wrong: [
      [
        'a call',
        celPolicy(
          { validations: [{ expression: 'http.Get("https://a").ok', message: 'm' }] },
          'NamespacedValidatingPolicy',
        ),
        'calls http.Get()',
      ],
    ],
    right: {
      'of the cluster': celPolicy({
        validations: [{ expression: 'http.Get("https://a").ok', message: 'm' }],
        validationActions: ['Audit'],
      }),
    },
  },
  CEL,
);
