import { compilePolicy } from '../../../../../checks/policy/evaluation/policies';
import type { KubeObject } from '../../../../../fleet/object';
import { admission, deployment, namespace, pod } from '../../../../helpers/admission';

const policy = (rule: object, metadata: object = {}): KubeObject => ({
  apiVersion: 'kyverno.io/v1',
  kind: 'ClusterPolicy',
  metadata: { name: 'policy', ...metadata },
  spec: { rules: [{ name: 'rule', match: { any: [{ resources: { kinds: ['Pod'] } }] }, ...rule }] },
});

const ask = (object: object, rule: object, namespaces: readonly KubeObject[] = [], metadata = {}) =>
  compilePolicy(policy(rule, metadata))?.rules[0]?.evaluate(admission(object, namespaces));

const tagged = { validate: { pattern: { spec: { containers: [{ image: '*:*' }] } } } };

test('a rule for Pods covers their controllers', () => {
  expect(ask(deployment({ image: 'app' }), tagged)).toMatchObject({
    result: 'fail',
    message: expect.stringContaining('/spec/template/spec/containers/0/image'),
  });
  expect(ask(deployment(), tagged)).toEqual({ result: 'pass' });
});

test('not where a rule picks Pods by name, or the annotation says none', () => {
  const match = { any: [{ resources: { kinds: ['Pod'], names: ['a*'] } }] };
  expect(ask(deployment({ image: 'app' }), { ...tagged, match })).toMatchObject({ result: 'skip' });
  const none = { annotations: { 'pod-policies.kyverno.io/autogen-controllers': 'none' } };
  expect(ask(deployment({ image: 'app' }), tagged, [], none)).toMatchObject({ result: 'skip' });
});

test('a rule denies by conditions over variables', () => {
  const deny = {
    conditions: {
      any: [{ key: '{{ request.object.spec.containers[].image }}', operator: 'AnyIn', value: ['*:latest'] }],
    },
  };
  expect(ask(pod({ image: 'a:latest' }), { validate: { deny } })).toMatchObject({ result: 'fail' });
  expect(ask(pod(), { validate: { deny } })).toEqual({ result: 'pass' });
});

test('a loop looks at each element', () => {
  const foreach = [
    {
      list: 'request.object.spec.containers',
      preconditions: { all: [{ key: '{{ element.name }}', operator: 'NotEquals', value: 'sidecar' }] },
      deny: {
        conditions: {
          all: [{ key: '{{ element.securityContext.privileged || `false` }}', operator: 'Equals', value: true }],
        },
      },
    },
  ];
  expect(ask(pod({ securityContext: { privileged: true } }), { validate: { foreach } })).toMatchObject({
    result: 'fail',
  });
  expect(ask(pod(), { validate: { foreach } })).toEqual({ result: 'pass' });
  expect(ask(pod({ name: 'sidecar' }), { validate: { foreach } })).toMatchObject({ result: 'skip' });
});

test('CEL and the Pod Security Standards', () => {
  const cel = { expressions: [{ expression: '!has(object.spec.hostNetwork)', message: 'no host network' }] };
  expect(ask(pod({}, { hostNetwork: true }), { validate: { cel } })).toEqual({
    result: 'fail',
    message: 'no host network',
  });
  expect(ask(deployment(), { validate: { cel } })).toEqual({ result: 'pass' });
  const podSecurity = { level: 'baseline' };
  expect(ask(pod({}, { hostNetwork: true }), { validate: { podSecurity } })).toMatchObject({
    message: 'Host Namespaces: spec.hostNetwork is true',
  });
  const exclude = [{ controlName: 'Host Namespaces' }];
  expect(ask(pod({}, { hostNetwork: true }), { validate: { podSecurity: { ...podSecurity, exclude } } })).toEqual({
    result: 'pass',
  });
  expect(ask(pod(), { validate: { podSecurity: { level: 'restricted' } } })).toMatchObject({ result: 'fail' });
});

test.each([
  [
    'who asks',
    { match: { any: [{ resources: { kinds: ['Pod'] }, subjects: [{ kind: 'User', name: 'x' }] }] }, ...tagged },
  ],
  [
    'what an API answers',
    {
      context: [{ name: 'quotas', apiCall: { urlPath: '/api/v1/resourcequotas' } }],
      validate: { deny: { conditions: { any: [{ key: '{{ quotas }}', operator: 'Equals', value: 1 }] } } },
    },
  ],
  [
    'the labels of a namespace that is not here',
    { match: { any: [{ resources: { kinds: ['Pod'], namespaceSelector: { matchLabels: { a: 'b' } } } }] }, ...tagged },
  ],
  [
    'an operator that is not known',
    { validate: { deny: { conditions: { any: [{ key: 'a', operator: 'Resembles', value: 'b' }] } } } },
  ],
])('%s cannot be decided', (_, rule) => expect(ask(pod(), rule)).toMatchObject({ result: 'undecidable' }));

test('the labels of a namespace that is here', () => {
  const match = {
    any: [
      { resources: { kinds: ['Pod'], namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'app' } } } },
    ],
  };
  expect(ask(pod({ image: 'app' }), { ...tagged, match }, [namespace('app')])).toMatchObject({ result: 'fail' });
});

test('an excluded object is skipped', () => {
  const exclude = { any: [{ resources: { namespaces: ['app'] } }] };
  expect(ask(pod({ image: 'app' }), { ...tagged, exclude })).toMatchObject({ result: 'skip' });
});

test('a variable that is not there is an error of the rule', () => {
  const deny = { conditions: { any: [{ key: '{{ request.object.spec.nodeName }}', operator: 'Equals', value: 'a' }] } };
  expect(ask(pod(), { validate: { deny } })).toMatchObject({
    result: 'fail',
    message: expect.stringContaining('request.object.spec.nodeName'),
  });
});
