import { binding, policy } from '../../helpers/admission-policies';
import { all } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'admission/params',
  {
    wrong: [
      [
        'none, where some are asked for',
        all(policy({ paramKind: { apiVersion: 'v1', kind: 'ConfigMap' } }), binding()),
        'names no ConfigMap as parameters',
      ],
      [
        'some, where none are',
        all(policy(), binding({ paramRef: { name: 'a', parameterNotFoundAction: 'Deny' } })),
        'takes none',
      ],
    ],
    right: {
      none: all(policy(), binding()),
    },
  },
  {},
);
