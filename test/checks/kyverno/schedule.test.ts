import { CEL, CLASSIC, celPolicy, object, RULE } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

testRule(
  'kyverno/schedule',
  {
    wrong: [
      [
        'a field too few',
        celPolicy({ schedule: '0 3 * *', conditions: [] }, 'DeletingPolicy'),
        'it has 4 fields instead of 5, 6',
      ],
      ['outside', celPolicy({ schedule: '0 25 * * *', conditions: [] }, 'DeletingPolicy'), 'outside 0 to 23'],
      [
        'a descriptor that supercronic has not',
        celPolicy({ schedule: '@every 1h', conditions: [] }, 'DeletingPolicy'),
        'is none of @yearly',
      ],
      [
        'of the classic kind',
        object('kyverno.io/v2', 'CleanupPolicy', 'old', {
          spec: { schedule: '0 0 0 * * *', match: RULE.match, conditions: {} },
        }),
        'it has 6 fields instead of 5',
      ],
    ],
    right: {
      'five fields': celPolicy({ schedule: '0 3 * * 7', conditions: [] }, 'DeletingPolicy'),
      'the last Friday': celPolicy({ schedule: '0 3 * * 5L', conditions: [] }, 'DeletingPolicy'),
      'with seconds and a year': celPolicy({ schedule: '0 0 3 1 jan * 2030', conditions: [] }, 'DeletingPolicy'),
    },
  },
  { externals: { kinds: [...(CEL.externals?.kinds ?? []), ...(CLASSIC.externals?.kinds ?? [])] } },
);
