import { deployment, raw } from '../../helpers/cluster';
import { all, CEL, CLASSIC, celPolicy, clusterPolicy, object } from '../../helpers/policies';
import { type Fill, testRule } from '../../helpers/rule';

const labelled = (labels: string) => ({
  mutations: [
    {
      patchType: 'ApplyConfiguration',
      applyConfiguration: { expression: `Object{metadata: Object.metadata{labels: ${labels}}}` },
    },
  ],
});
const patch = (value: string) => ({
  matchConstraints: {
    resourceRules: [{ apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['deployments'] }],
  },
  mutations: [
    {
      patchType: 'JSONPatch',
      jsonPatch: { expression: `[JSONPatch{op: "add", path: "/spec/replicas", value: ${value}}]` },
    },
  ],
});
const web: Fill = (app) =>
  void raw(app, 'web', { ...deployment('web'), spec: { ...deployment('web').spec, replicas: 2 } });
const classic = (patchStrategicMerge: object) =>
  clusterPolicy([{ validate: undefined, mutate: { patchStrategicMerge } }]);

testRule(
  'policy/changed',
  {
    wrong: [
      [
        'its template',
        all(celPolicy(labelled(`{'team': 'a'}`), 'MutatingPolicy'), web),
        'Deployment app/web would be changed by the cluster’s own MutatingPolicy "policy": spec.template.metadata.labels.team.',
      ],
      ['a JSON patch', all(celPolicy(patch('3'), 'MutatingPolicy'), web), 'spec.replicas'],
      [
        'a strategic merge',
        all(classic({ metadata: { labels: { team: 'a' } } }), web),
        'ClusterPolicy "policy" (rule "tag"): spec.template.metadata.labels.team',
      ],
      [
        'its Pods only',
        all(
          celPolicy(
            { ...labelled(`{'team': 'a'}`), autogen: { podControllers: { controllers: [] } } },
            'MutatingPolicy',
          ),
          web,
        ),
        'The Pods of Deployment app/web would be changed',
      ],
    ],
    right: {
      'it is so already': all(celPolicy(labelled(`{'app': 'web'}`), 'MutatingPolicy'), celPolicy0(patch('2')), web),
      'only what is missing': all(classic({ metadata: { labels: { '+(app)': 'other' } } }), web),
      'a condition that is not met': all(
        classic({ spec: { containers: [{ '(image)': 'other*', imagePullPolicy: 'Always' }] } }),
        web,
      ),
      'an exception': all(
        celPolicy(labelled(`{'team': 'a'}`), 'MutatingPolicy'),
        object('policies.kyverno.io/v1', 'PolicyException', 'exception', {
          spec: {
            policyRefs: [{ kind: 'MutatingPolicy', name: 'policy' }],
            matchConditions: [{ name: 'a', expression: 'true' }],
          },
        }),
        web,
      ),
    },
  },
  { externals: { kinds: [...(CEL.externals?.kinds ?? []), ...(CLASSIC.externals?.kinds ?? [])] } },
);

function celPolicy0(spec: object): Fill {
  return object('policies.kyverno.io/v1', 'MutatingPolicy', 'second', { spec });
}
