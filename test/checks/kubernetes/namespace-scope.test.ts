import { raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

testRule('kubernetes/namespace-scope', {
  wrong: [
    [
      'a namespace on a cluster-scoped object',
      (app) =>
        void raw(app, 'x', {
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'ClusterRole',
          metadata: { name: 'x', namespace: 'kube-system' },
        }),
      'a ClusterRole is cluster-scoped, but this one names the namespace "kube-system"',
    ],
  ],
  right: {
    'cluster-scoped without': (app) =>
      void raw(app, 'x', {
        apiVersion: 'scheduling.k8s.io/v1',
        kind: 'PriorityClass',
        metadata: { name: 'x' },
        value: 1,
      }),
    'the application’s namespace is added': (app) =>
      void raw(app, 'x', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } }),
  },
});
