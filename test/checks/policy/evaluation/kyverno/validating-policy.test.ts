import { compilePolicy } from '../../../../../checks/policy/evaluation/policies';
import { admission, deployment, namespace, pod } from '../../../../helpers/admission';

const PODS = { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['pods'] };

const ask = (object: object, spec: object) =>
  compilePolicy({
    apiVersion: 'policies.kyverno.io/v1',
    kind: 'ValidatingPolicy',
    metadata: { name: 'policy' },
    spec: { matchConstraints: { resourceRules: [PODS] }, ...spec },
  })?.rules[0]?.evaluate(admission(object, [namespace('app', { team: 'a' })]));

const tagged = [{ expression: 'object.spec.containers.all(c, c.image.contains(":"))', message: 'Say a tag.' }];

test('Pods, and the controllers that Kyverno adds', () => {
  expect(ask(pod(), { validations: tagged })).toEqual({ result: 'pass' });
  expect(ask(deployment({ image: 'app' }), { validations: tagged })).toEqual({ result: 'fail', message: 'Say a tag.' });
  const autogen = { podControllers: { controllers: [] } };
  expect(ask(deployment({ image: 'app' }), { validations: tagged, autogen })).toMatchObject({ result: 'skip' });
});

test('variables are computed when they are asked for', () => {
  const variables = [
    { name: 'unused', expression: 'resource.Get("v1", "configmaps", "a", "b")' },
    { name: 'images', expression: 'object.spec.containers.map(c, c.image)' },
  ];
  const validations = [
    { expression: 'variables.images.size() == 1', messageExpression: '"has " + string(variables.images.size())' },
  ];
  expect(ask(pod(), { variables, validations })).toEqual({ result: 'pass' });
});

test('conditions, selectors and operations', () => {
  const unmet = [{ name: 'other', expression: 'object.metadata.name == "other"' }];
  expect(ask(pod({ image: 'app' }), { validations: tagged, matchConditions: unmet })).toMatchObject({ result: 'skip' });
  const elsewhere = { resourceRules: [PODS], namespaceSelector: { matchLabels: { team: 'b' } } };
  expect(ask(pod({ image: 'app' }), { validations: tagged, matchConstraints: elsewhere })).toMatchObject({
    result: 'skip',
  });
  const updates = { resourceRules: [{ ...PODS, operations: ['UPDATE'] }] };
  expect(ask(pod(), { validations: tagged, matchConstraints: updates })).toMatchObject({ result: 'undecidable' });
  const deletions = { resourceRules: [{ ...PODS, operations: ['DELETE'] }] };
  expect(ask(pod(), { validations: tagged, matchConstraints: deletions })).toMatchObject({ result: 'skip' });
});

test('an error refuses, unless failurePolicy ignores it', () => {
  const validations = [{ expression: 'object.spec.nodeName == "a"' }];
  expect(ask(pod(), { validations })).toMatchObject({
    result: 'fail',
    message: expect.stringContaining('No such key: nodeName'),
  });
  expect(ask(pod(), { validations, failurePolicy: 'Ignore' })).toEqual({ result: 'pass' });
});

test('who asks cannot be decided, but where it does not matter', () => {
  expect(ask(pod(), { validations: [{ expression: 'request.userInfo.username == "x"' }] })).toMatchObject({
    result: 'undecidable',
  });
  const validations = [{ expression: 'request.userInfo.username == "x"' }, { expression: 'false', message: 'never' }];
  expect(ask(pod(), { validations })).toEqual({ result: 'fail', message: 'never' });
});
