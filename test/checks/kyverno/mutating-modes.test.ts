import { CEL, celPolicy } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'kyverno/mutating-modes',
  {
    wrong: [
      [
        'neither',
        celPolicy({ evaluation: { admission: { enabled: false } }, mutations: [] }, 'MutatingPolicy'),
        'changes neither what is written nor what is there',
      ],
    ],
    right: {
      one: celPolicy({ mutations: [] }, 'MutatingPolicy'),
    },
  },
  CEL,
);
