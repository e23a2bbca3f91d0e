import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const priority =
  (priorityClassName: string): Fill =>
  (app) => {
    raw(app, 'class', {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: 'high' },
      value: 1000,
    });
    raw(app, 'web', deployment('web', { spec: { priorityClassName } }));
  };

testRule('kubernetes/priority-class-exists', {
  wrong: [['a slip', priority('hihg'), 'is of the PriorityClass "hihg", which nothing makes. Did you mean "high"?']],
  right: { 'one that is there': priority('high'), 'Kubernetes’ own': priority('system-cluster-critical') },
});
