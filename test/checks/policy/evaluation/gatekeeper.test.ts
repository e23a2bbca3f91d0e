import { compilePolicy } from '../../../../checks/policy/evaluation/policies';
import type { KubeObject } from '../../../../fleet/object';
import { admission, namespace, pod } from '../../../helpers/admission';

const template = (target: object): KubeObject => ({
  apiVersion: 'templates.gatekeeper.sh/v1',
  kind: 'ConstraintTemplate',
  metadata: { name: 'k8snames' },
  spec: { targets: [{ target: 'admission.k8s.gatekeeper.sh', ...target }] },
});
const CEL = {
  code: [
    {
      engine: 'K8sNativeValidation',
      source: {
        variables: [{ name: 'name', expression: 'variables.anyObject.metadata.name' }],
        validations: [{ expression: 'variables.name in variables.params.names', message: 'Another name.' }],
      },
    },
  ],
};

function ask(spec: object, labels: Record<string, string> = {}, target: object = CEL) {
  const constraint = {
    apiVersion: 'constraints.gatekeeper.sh/v1beta1',
    kind: 'K8sNames',
    metadata: { name: 'names' },
    spec: { parameters: { names: ['other'] }, match: { kinds: [{ apiGroups: [''], kinds: ['Pod'] }] }, ...spec },
  };
  const rule = compilePolicy(constraint, () => template(target))?.rules[0];
  const asked = admission(pod(), [namespace('app', labels)]);
  return rule && { ...rule.evaluate(asked), enforces: rule.enforces(asked) };
}

test('parameters and variables', () => {
  expect(ask({})).toEqual({ result: 'fail', message: 'Another name.', enforces: true });
  expect(ask({ parameters: { names: ['pod'] } })).toMatchObject({ result: 'pass' });
  expect(ask({ enforcementAction: 'dryrun' })).toMatchObject({ result: 'fail', enforces: false });
});

test.each([
  ['of other kinds', { match: { kinds: [{ apiGroups: ['apps'], kinds: ['*'] }] } }],
  ['of other namespaces', { match: { namespaces: ['kube-*'] } }],
  ['of a namespace that is left out', { match: { excludedNamespaces: ['ap*'] } }],
  ['with other labels', { match: { labelSelector: { matchLabels: { a: 'b' } } } }],
  ['of namespaces with other labels', { match: { namespaceSelector: { matchLabels: { a: 'b' } } } }],
  ['of the cluster', { match: { scope: 'Cluster' } }],
  ['of another name', { match: { name: 'x*' } }],
])('not for objects %s', (_, spec) => {
  expect(ask(spec)).toMatchObject({ result: 'skip' });
});

test('namespaces that Gatekeeper ignores, and Rego', () => {
  expect(ask({}, { 'admission.gatekeeper.sh/ignore': 'yes' })).toMatchObject({ result: 'skip' });
  expect(ask({}, {}, { rego: 'package a' })).toMatchObject({
    result: 'undecidable',
    reason: expect.stringContaining('Rego'),
  });
});
