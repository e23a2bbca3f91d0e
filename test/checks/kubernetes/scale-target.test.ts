import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const cpu = { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } };
const scales =
  (spec: object, container: object = { resources: { requests: { cpu: '100m' } } }, workload: object = {}): Fill =>
  (app) => {
    const object = deployment('web', { container });
    raw(app, 'web', { ...object, spec: { ...object.spec, ...workload } });
    raw(app, 'hpa', {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web' },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
        maxReplicas: 4,
        metrics: [cpu],
        ...spec,
      },
    });
  };

testRule('kubernetes/scale-target', {
  wrong: [
    [
      'a workload that is not there',
      scales({ scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'wbe' } }),
      'scales Deployment "wbe", which nothing makes in app. Did you mean "web"?',
    ],
    ['more at least than at most', scales({ minReplicas: 9 }), 'wants at least 9 and at most 4 replicas'],
    ['a share of nothing', scales({}, {}), 'the container "main" requests none'],
    ['a number in git', scales({}, undefined, { replicas: 2 }), 'whose replicas stand in git'],
  ],
  right: { 'a workload that requests': scales({ minReplicas: 2 }) },
});
