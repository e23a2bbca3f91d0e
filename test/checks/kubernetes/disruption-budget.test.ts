import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const budget =
  (spec: object, replicas = 2): Fill =>
  (app) => {
    const object = deployment('web');
    raw(app, 'web', { ...object, spec: { ...object.spec, replicas } });
    raw(app, 'budget', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'web' },
      spec: { selector: { matchLabels: { app: 'web' } }, ...spec },
    });
  };

testRule('kubernetes/disruption-budget', {
  wrong: [
    [
      'Pods of nobody',
      budget({ minAvailable: 1, selector: { matchLabels: { app: 'wbe' } } }),
      'that no workload of its namespace makes',
    ],
    ['two bounds', budget({ minAvailable: 1, maxUnavailable: 1 }), 'says both minAvailable and maxUnavailable'],
    ['no bound', budget({}), 'says neither minAvailable nor maxUnavailable'],
    ['all of them', budget({ minAvailable: 2 }), 'never lets one of its 2 Pods go'],
  ],
  right: { 'one of two': budget({ maxUnavailable: 1 }), 'a share': budget({ minAvailable: '50%' }) },
});
