import { Deployment } from '../../../constructs/kubernetes/deployment';
import { image } from '../../../constructs/kubernetes/image';
import type { Application } from '../../../fleet/application';
import { buildApp, deployment, onlyFinding, raw, rulesOf } from '../../helpers/cluster';
import { all, CEL, CLASSIC, celPolicy, clusterPolicy, object, RULE } from '../../helpers/policies';
import { type Fill, testRule } from '../../helpers/rule';

const KINDS = [...(CEL.externals?.kinds ?? []), ...(CLASSIC.externals?.kinds ?? [])];
const tagged = {
  validations: [{ expression: 'object.spec.containers.all(c, c.image.contains(":1."))', message: 'Say 1.x.' }],
};
const from = (name: string) => ({ container: { image: name } });
const web =
  (extra: Record<string, unknown> = {}): Fill =>
  (app) =>
    void raw(app, 'web', deployment('web', extra));
const except = (expression: string, name = 'policy') =>
  object('policies.kyverno.io/v1', 'PolicyException', 'exception', {
    spec: { policyRefs: [{ kind: 'ValidatingPolicy', name }], matchConditions: [{ name: 'a', expression }] },
  });
/** Pods have no name yet. */
const NAMED = '(object.metadata.?name.orValue("") + object.metadata.?generateName.orValue("")).startsWith("web")';
const vap = (expression: string, actions = ['Deny']) =>
  all(
    object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', 'vap', {
      spec: {
        matchConstraints: {
          resourceRules: [
            { apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['deployments'] },
          ],
        },
        validations: [{ expression, message: 'No.' }],
      },
    }),
    object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding', 'vap', {
      spec: { policyName: 'vap', validationActions: actions },
    }),
  );

testRule(
  'policy/refused',
  {
    wrong: [
      [
        'a policy of CEL',
        all(celPolicy(tagged), web(from('app:2'))),
        'Deployment app/web would be refused by the cluster’s own ValidatingPolicy "policy": Say 1.x.',
      ],
      [
        'a classic policy',
        all(
          clusterPolicy([{ validate: { ...RULE.validate, pattern: { spec: { containers: [{ image: '*:1.*' }] } } } }]),
          web(from('app:2')),
        ),
        'ClusterPolicy "policy" (rule "tag")',
      ],
      [
        'only Pods',
        all(celPolicy({ ...tagged, autogen: { podControllers: { controllers: [] } } }), web(from('app:2'))),
        'The Pods of Deployment app/web would be refused',
      ],
      ['the API server’s own', all(vap('object.spec.replicas > 1'), web()), 'ValidatingAdmissionPolicy "vap"'],
      [
        'an exception of others',
        all(celPolicy(tagged), except('object.metadata.name == "other"'), web(from('app:2'))),
        'Say 1.x.',
      ],
    ],
    right: {
      'what the API server says where nothing is said': all(
        vap('object.spec.replicas <= 5 && object.spec.template.spec.restartPolicy == "Always"'),
        (app) => {
          const { replicas: _, ...spec } = deployment('web').spec as Record<string, unknown>;
          raw(app, 'web', { ...deployment('web'), spec });
        },
      ),
      'it passes': all(celPolicy(tagged), web(from('docker.io/library/app:1.2'))),
      'an exception': all(celPolicy(tagged), except(NAMED), web(from('app:2'))),
      'a namespace that Kyverno leaves alone': all(
        celPolicy(tagged),
        (app) =>
          void raw(app, 'web', {
            ...deployment('web', from('app:2')),
            metadata: { name: 'web', namespace: 'kube-system' },
          }),
      ),
    },
  },
  { externals: { kinds: KINDS, namespaces: ['kube-system'] } },
);

test('a mutation comes before it is judged, and a template’s limits become its Pods’ requests', () => {
  const requests = {
    autogen: { podControllers: { controllers: [] } },
    validations: [{ expression: 'object.spec.containers.all(c, has(c.resources.requests))', message: 'Say requests.' }],
  };
  const limited = { container: { resources: { limits: { memory: '1Gi' } } } };
  expect(rulesOf(buildApp(all(celPolicy(requests), web(limited)), CEL))).toEqual([]);
  const adds = celPolicy(
    {
      autogen: { podControllers: { controllers: [] } },
      mutations: [
        {
          patchType: 'ApplyConfiguration',
          applyConfiguration: {
            expression: `Object{spec: Object.spec{containers: object.spec.containers.map(c, Object.spec.containers{name: c.name, resources: Object.spec.containers.resources{requests: {'cpu': '1'}}})}}`,
          },
        },
      ],
    },
    'MutatingPolicy',
  );
  // It is said that they are changed, and not that they are refused.
  expect(rulesOf(buildApp(all(celPolicy(requests), adds, web()), CEL))).toEqual(['policy/changed']);
});

test('an own construct is named by its line', () => {
  const make = (app: Application) =>
    new Deployment(app, 'web', {
      replicas: 2,
      containers: [
        {
          name: 'main',
          image: image(`docker.io/library/app:2.0@sha256:${'0a'.repeat(32)}`),
          requests: { cpu: '1m', memory: '1Mi' },
          limits: { memory: '1Mi' },
        },
      ],
    });
  const finding = onlyFinding(buildApp((app, cluster) => [celPolicy(tagged)(app, cluster), make(app)], CEL));
  expect(finding.location).toMatch(/refused\.test\.ts:\d+/);
});
