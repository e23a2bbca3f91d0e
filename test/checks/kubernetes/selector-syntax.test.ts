import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const selects =
  (expression: object): Fill =>
  (app) => {
    raw(app, 'web', deployment('web'));
    raw(app, 'policy', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'web' },
      spec: { podSelector: { matchExpressions: [{ key: 'app', ...expression }] } },
    });
  };

testRule('kubernetes/selector-syntax', {
  wrong: [
    ['no values', selects({ operator: 'NotIn' }), 'selects by "app" with NotIn and no values'],
    ['values for nothing', selects({ operator: 'Exists', values: ['web'] }), 'selects by "app" with Exists and values'],
    ['another operator', selects({ operator: 'Has', values: ['web'] }), 'selects by "app" with "Has"'],
  ],
  right: { values: selects({ operator: 'In', values: ['web'] }), none: selects({ operator: 'Exists' }) },
});
