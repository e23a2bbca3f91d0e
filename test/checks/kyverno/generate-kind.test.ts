import { CLASSIC, clusterPolicy } from '../../helpers/policies';
import { testRule } from '../../helpers/rule';

const GENERATE = { apiVersion: 'v1', kind: 'ConfigMap', name: 'made', namespace: 'app', data: { data: { a: 'b' } } };
const makes = (generate: object, kind = 'Namespace') => ({
  validate: undefined,
  match: { any: [{ resources: { kinds: [kind] } }] },
  generate: { ...GENERATE, ...generate },
});

testRule(
  'kyverno/generate-kind',
  {
    wrong: [['its own', clusterPolicy([makes({}, 'v1/ConfigMap')]), 'is for ConfigMaps, and makes ConfigMaps']],
    right: {
      another: clusterPolicy([makes({})]),
    },
  },
  CLASSIC,
);
