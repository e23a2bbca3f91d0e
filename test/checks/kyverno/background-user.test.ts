import { CLASSIC, clusterPolicy } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'kyverno/background-user',
  {
    wrong: [
      [
        'subjects',
        clusterPolicy([
          { match: { any: [{ resources: { kinds: ['Pod'] }, subjects: [{ kind: 'User', name: 'a' }] }] } },
        ]),
        '(subjects)',
      ],
      [
        'a variable',
        clusterPolicy([
          { preconditions: { all: [{ key: '{{ request.userInfo.username }}', operator: 'Equals', value: 'a' }] } },
        ]),
        '(request.userInfo)',
      ],
    ],
    right: {
      'not in the background': clusterPolicy(
        [{ match: { any: [{ resources: { kinds: ['Pod'] }, subjects: [{ kind: 'User', name: 'a' }] }] } }],
        { background: false },
      ),
    },
  },
  CLASSIC,
);
