import { GARDEN, shoot } from '../../helpers/gardener';
import { testRule } from '../../helpers/rule';

testRule(
  'gardener/shoot-workers',
  {
    wrong: [
      ['a name twice', shoot({ workers: [{}, {}] }), 'are there twice'],
      ['a long name', shoot({ workers: [{ name: 'a'.repeat(16) }] }), 'no DNS label'],
      ['fewer than none', shoot({ workers: [{ minimum: -1 }] }), 'are fewer than none'],
      ['more at least than at most', shoot({ workers: [{ minimum: 3 }] }), 'are 2 at most and 3 at least'],
      ['none at all', shoot({ workers: [{ minimum: 0, maximum: 0 }] }), 'has no workers that there may be one of'],
      ['fewer than zones', shoot({ workers: [{ zones: ['a', 'b', 'c'] }] }), 'are 2 at most in 3 zones'],
      ['never replaced', shoot({ workers: [{ maxSurge: '0%', maxUnavailable: 0 }] }), 'can never be replaced'],
      ['no zone', shoot({ workers: [{ zones: [] }] }), 'are in no zone'],
      ['a volume without a size', shoot({ workers: [{ volume: { type: 'ssd' } }] }), 'and no size'],
    ],
    right: {
      'as it should be': shoot(),
      'pools of the same zones': shoot({
        workers: [{ zones: ['a', 'b', 'c'] }, { name: 'other', maximum: 1, zones: ['c', 'a', 'b'] }],
      }),
    },
  },
  GARDEN,
);
