import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const scalers =
  (...targets: readonly string[]): Fill =>
  (app) => {
    for (const name of ['a', 'b']) {
      raw(app, name, deployment(name, { container: { resources: { requests: { cpu: '100m' } } } }));
    }
    for (const [i, name] of targets.entries()) {
      raw(app, `scaler-${i}`, {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: `scaler-${i}` },
        spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name }, maxReplicas: 3 },
      });
    }
  };

testRule('kubernetes/one-scaler', {
  wrong: [['two', scalers('a', 'a'), 'scales Deployment "a", which HorizontalPodAutoscaler app/scaler-0 scales']],
  right: { 'one each': scalers('a', 'b') },
});
