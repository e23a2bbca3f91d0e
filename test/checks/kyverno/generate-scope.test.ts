import { all, CLASSIC, clusterPolicy, object, policy } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

const GENERATE = { apiVersion: 'v1', kind: 'ConfigMap', name: 'made', namespace: 'app', data: { data: { a: 'b' } } };
const makes = (generate: object, kind = 'Namespace') => ({
  validate: undefined,
  match: { any: [{ resources: { kinds: [kind] } }] },
  generate: { ...GENERATE, ...generate },
});

const RIGHTS = object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'more', {
  metadata: { name: 'more', labels: { 'rbac.kyverno.io/aggregate-to-background-controller': 'true' } },
  rules: [{ apiGroups: ['scheduling.k8s.io'], resources: ['priorityclasses'], verbs: ['*'] }],
});

testRule(
  'kyverno/generate-scope',
  {
    wrong: [
      ['no namespace', clusterPolicy([makes({ namespace: undefined })]), 'in no namespace'],
      [
        'a cluster-scoped kind',
        all(
          clusterPolicy([makes({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', data: { value: 1 } })]),
          RIGHTS,
        ),
        'though it is cluster-scoped',
      ],
      ['another namespace', policy([makes({ namespace: 'other' })]), 'a Policy writes its own namespace only'],
    ],
    right: {
      'as it should': clusterPolicy([makes({})]),
    },
  },
  CLASSIC,
);
