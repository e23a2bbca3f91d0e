import { HorizontalPodAutoscaler } from '../../../constructs/kubernetes/horizontal-pod-autoscaler';
import { buildApp, objectAt } from '../../helpers/cluster';
import { web } from '../../helpers/examples';
import { snapshotOf } from '../../helpers/snapshot';

snapshotOf('horizontal-pod-autoscaler');

test('the workload says no replicas, whichever was made first', () => {
  const built = buildApp(
    (app) =>
      new HorizontalPodAutoscaler(app, 's', { workload: web(app), minReplicas: 1, maxReplicas: 2, cpuUtilization: 80 }),
  );
  expect(objectAt(built, 'apps/app/deployment-web.yaml')['spec']).not.toHaveProperty('replicas');
});
