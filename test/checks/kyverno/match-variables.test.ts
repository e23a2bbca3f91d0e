import { CLASSIC, clusterPolicy } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'kyverno/match-variables',
  {
    wrong: [
      [
        'in match',
        clusterPolicy([
          { match: { any: [{ resources: { kinds: ['Pod'], namespaces: ['{{ request.namespace }}'] } }] } },
        ]),
        'the variable {{ request.namespace }} in its match',
      ],
    ],
    right: {
      'in preconditions': clusterPolicy([
        { preconditions: { all: [{ key: '{{ request.namespace }}', operator: 'Equals', value: 'a' }] } },
      ]),
    },
  },
  CLASSIC,
);
