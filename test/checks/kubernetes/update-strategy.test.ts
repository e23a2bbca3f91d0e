import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const strategy =
  (value: object): Fill =>
  (app) => {
    const object = deployment('web');
    raw(app, 'web', { ...object, spec: { ...object.spec, strategy: value } });
  };

testRule('kubernetes/update-strategy', {
  wrong: [
    [
      'both ways',
      strategy({ type: 'Recreate', rollingUpdate: { maxSurge: 1 } }),
      'is updated by Recreate, and says how it is rolled over',
    ],
    ['no way', strategy({ rollingUpdate: { maxSurge: 0, maxUnavailable: '0%' } }), 'may have none more and none less'],
  ],
  right: {
    one: strategy({ type: 'Recreate' }),
    'one more': strategy({ rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }),
  },
});
