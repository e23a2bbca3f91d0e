import { compilePolicy } from '../../../../checks/policy/evaluation/policies';
import type { Find } from '../../../../checks/policy/evaluation/policy';
import type { KubeObject } from '../../../../fleet/object';
import { admission, namespace, pod } from '../../../helpers/admission';
import { PODS } from '../../../helpers/policies';

const GROUP = 'admissionregistration.k8s.io';
const make = (kind: string, spec: object): KubeObject => ({
  apiVersion: `${GROUP}/v1`,
  kind,
  metadata: { name: 'policy' },
  spec,
});

/** Asks a bound policy about a Pod; `others` are objects that it may find. */
function ask(policy: object, binding: object = {}, others: readonly KubeObject[] = []) {
  const written = [make('ValidatingAdmissionPolicy', { matchConstraints: PODS, ...policy }), ...others];
  const find: Find = (_kind, space, name) =>
    written.find(({ metadata }) => metadata.name === name && metadata.namespace === space);
  const bound = make('ValidatingAdmissionPolicyBinding', {
    policyName: 'policy',
    validationActions: ['Deny'],
    ...binding,
  });
  const rule = compilePolicy(bound, find)?.rules[0];
  const asked = admission(pod(), [namespace('app', { team: 'a' })]);
  return rule && { ...rule.evaluate(asked), enforces: rule.enforces(asked) };
}

const says = (expression: string) => ({ validations: [{ expression, message: 'No.' }] });

test('a binding lets a policy hold', () => {
  expect(ask(says('object.metadata.name == "other"'))).toEqual({ result: 'fail', message: 'No.', enforces: true });
  expect(ask(says('true'))).toMatchObject({ result: 'pass' });
  expect(ask(says('false'), { validationActions: ['Audit'] })).toMatchObject({ result: 'fail', enforces: false });
  expect(ask(says('false'), { policyName: 'other' })).toBeUndefined();
});

test('where it is bound', () => {
  const to = (team: string) => ({ matchResources: { namespaceSelector: { matchLabels: { team } } } });
  expect(ask(says('false'), to('a'))).toMatchObject({ result: 'fail' });
  expect(ask(says('false'), to('b'))).toMatchObject({ result: 'skip' });
});

test('parameters that are written here, and others', () => {
  const policy = {
    ...says('params.data.name == object.metadata.name'),
    paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
  };
  const paramRef = { name: 'params', namespace: 'app', parameterNotFoundAction: 'Deny' };
  const params = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'params', namespace: 'app' },
    data: { name: 'pod' },
  };
  expect(ask(policy, { paramRef }, [params])).toMatchObject({ result: 'pass' });
  expect(ask(policy, { paramRef })).toMatchObject({
    result: 'undecidable',
    reason: expect.stringContaining('ConfigMap "params"'),
  });
});

test('a MutatingAdmissionPolicy changes Pods, and not what makes them', () => {
  const policy = make('MutatingAdmissionPolicy', {
    matchConstraints: PODS,
    mutations: [
      {
        patchType: 'ApplyConfiguration',
        applyConfiguration: { expression: `Object{metadata: Object.metadata{labels: {'a': 'b'}}}` },
      },
    ],
  });
  const bound = make('MutatingAdmissionPolicyBinding', { policyName: 'policy' });
  const mutation = compilePolicy(bound, () => policy)?.mutations[0];
  expect(mutation?.mutate(admission(pod()))?.metadata.labels).toEqual({ a: 'b' });
  const controller = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a', namespace: 'app' }, spec: {} };
  expect(mutation?.mutate(admission(controller))).toBeUndefined();
});
