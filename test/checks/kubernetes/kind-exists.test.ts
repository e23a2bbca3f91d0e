import { raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const object =
  (apiVersion: string, kind: string, more: object = {}) =>
  (app: Parameters<typeof raw>[0]) =>
    void raw(app, 'x', { apiVersion, kind, metadata: { name: 'x' }, ...more });

testRule(
  'kubernetes/kind-exists',
  {
    wrong: [
      [
        'a custom kind without its CRD',
        object('example.com/v1', 'Widgt'),
        'nothing in this cluster brings the CustomResourceDefinition of example.com/Widgt. Did you mean "example.com/Widget"?',
      ],
      [
        'a version that is no more',
        object('policy/v1beta1', 'PodDisruptionBudget', { spec: { maxUnavailable: 1, selector: {} } }),
        'Kubernetes 1.34 has no PodDisruptionBudget in policy/v1beta1',
      ],
      [
        'a kind of a later Kubernetes',
        object('storagemigration.k8s.io/v1beta1', 'StorageVersionMigration', {
          spec: { resource: { group: 'apps', resource: 'deployments' } },
        }),
        'Kubernetes 1.34 has no StorageVersionMigration in storagemigration.k8s.io/v1beta1',
      ],
      [
        'a kind that is none',
        object('v1', 'ConfigMapp'),
        'Kubernetes 1.34 has no ConfigMapp in v1. Did you mean "ConfigMap"?',
      ],
      [
        'a group that is none',
        object('rbac.authorisation.k8s.io/v1', 'Role', { rules: [] }),
        'nothing in this cluster brings the CustomResourceDefinition of rbac.authorisation.k8s.io/Role. Did you mean "rbac.authorization.k8s.io/Role"?',
      ],
    ],
    right: {
      external: object('example.com/v1', 'Widget'),
      'Argo CD’s own': object('argoproj.io/v1alpha1', 'AppProject', { spec: {} }),
      'built in': object('v1', 'ConfigMap'),
    },
  },
  { externals: { kinds: ['example.com/Widget'] } },
);
