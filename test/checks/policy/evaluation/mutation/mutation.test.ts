import { applyConfiguration } from '../../../../../checks/policy/evaluation/mutation/apply-configuration';
import { patched } from '../../../../../checks/policy/evaluation/mutation/json-patch';
import { strategicMerge } from '../../../../../checks/policy/evaluation/mutation/strategic-merge';
import { compilePolicy } from '../../../../../checks/policy/evaluation/policies';
import type { KubeObject } from '../../../../../fleet/object';
import { admission, deployment, namespace, pod } from '../../../../helpers/admission';
import { PODS } from '../../../../helpers/policies';

describe('as server-side apply merges', () => {
  test('lists go by their items’ keys, others are replaced', () => {
    const object = {
      containers: [{ name: 'a', image: 'a:1', args: ['x'], ports: [{ containerPort: 80 }] }, { name: 'b' }],
      tolerations: [{ key: 'a' }],
      finalizers: ['a'],
    };
    const fields = {
      containers: [
        { name: 'a', args: ['y'], ports: [{ containerPort: 80, protocol: 'TCP', name: 'http' }] },
        { name: 'c' },
      ],
      tolerations: [{ key: 'b' }],
      finalizers: ['b'],
    };
    expect(applyConfiguration(object, fields)).toEqual({
      containers: [
        { name: 'a', image: 'a:1', args: ['y'], ports: [{ containerPort: 80, protocol: 'TCP', name: 'http' }] },
        { name: 'b' },
        { name: 'c' },
      ],
      tolerations: [{ key: 'b' }],
      finalizers: ['a', 'b'],
    });
  });
});

test('a JSON patch leaves the object alone, and is undecidable where it does not apply', () => {
  const object = { spec: { replicas: 1 } };
  expect(patched(object, [{ op: 'replace', path: '/spec/replicas', value: 2 }], { makesPath: false })).toEqual({
    spec: { replicas: 2 },
  });
  expect(object).toEqual({ spec: { replicas: 1 } });
  const add = [{ op: 'add', path: '/metadata/labels/a~1b', value: 'c' }];
  expect(() => patched(object, add, { makesPath: false })).toThrow('JSON patch that does not apply');
  expect(patched(object, add, { makesPath: true })).toEqual({ ...object, metadata: { labels: { 'a/b': 'c' } } });
});

test.each([
  ['maps', { a: { b: 1 } }, { a: { c: 2 } }, { a: { b: 1, c: 2 } }],
  ['what is missing', { a: 1 }, { '+(a)': 2, '+(b)': 3 }, { a: 1, b: 3 }],
  ['a condition that holds', { a: 'x1' }, { '(a)': 'x*', b: 2 }, { a: 'x1', b: 2 }],
  ['null deletes', { a: 1, b: 2 }, { a: null }, { b: 2 }],
  [
    'items by name',
    { l: [{ name: 'a', v: 1 }] },
    { l: [{ name: 'a', v: 2 }, { name: 'b' }] },
    { l: [{ name: 'a', v: 2 }, { name: 'b' }] },
  ],
  [
    'items by condition',
    { l: [{ image: 'a:1' }, { image: 'b' }] },
    { l: [{ '(image)': '*:*', p: 1 }] },
    { l: [{ image: 'a:1', p: 1 }, { image: 'b' }] },
  ],
  ['texts are added', { l: ['a'] }, { l: ['b', 'a'] }, { l: ['a', 'b'] }],
])('strategic merge: %s', (_, object, patch, after) => {
  expect(strategicMerge(object, patch)).toEqual(after);
});

test('strategic merge: a condition that does not hold, and what is not understood', () => {
  expect(strategicMerge({ a: 1 }, { '(a)': 2, b: 3 })).toBeUndefined();
  expect(() => strategicMerge({ a: 1 }, { $patch: 'delete' })).toThrow('the directive "$patch"');
});

const classic = (mutate: object, more: object = {}) =>
  compilePolicy({
    apiVersion: 'kyverno.io/v1',
    kind: 'ClusterPolicy',
    metadata: { name: 'policy' },
    spec: { rules: [{ name: 'rule', match: { any: [{ resources: { kinds: ['Pod'] } }] }, mutate, ...more }] },
  })?.mutations[0];
const apply = (mutate: object, object: object, more: object = {}) =>
  classic(mutate, more)?.mutate(admission(object, [namespace('app')]));

describe('classic rules', () => {
  test('patches in YAML, with variables', () => {
    const patchesJson6902 = '- op: add\n  path: "/metadata/labels"\n  value: { from: "{{ request.namespace }}" }\n';
    expect(apply({ patchesJson6902 }, pod())?.metadata.labels).toEqual({ from: 'app' });
  });

  test('each element of a list', () => {
    const foreach = [
      {
        list: 'request.object.spec.containers',
        preconditions: { all: [{ key: '{{ element.name }}', operator: 'Equals', value: 'main' }] },
        patchStrategicMerge: { spec: { containers: [{ name: '{{ element.name }}', imagePullPolicy: 'Always' }] } },
      },
    ];
    expect(apply({ foreach }, pod())).toMatchObject({
      spec: { containers: [{ name: 'main', imagePullPolicy: 'Always' }] },
    });
  });

  test('what makes Pods, where a rule is carried over; not what is there already', () => {
    const patchStrategicMerge = { metadata: { labels: { a: 'b' } } };
    expect(apply({ patchStrategicMerge }, deployment())).toMatchObject({
      spec: { template: { metadata: { labels: { a: 'b' } } } },
    });
    expect(apply({ patchStrategicMerge, targets: [{ kind: 'ConfigMap' }] }, pod())).toBeUndefined();
    const never = { preconditions: { all: [{ key: 'a', operator: 'Equals', value: 'b' }] } };
    expect(apply({ patchStrategicMerge }, pod(), never)).toBeUndefined();
  });
});

describe('policies of CEL', () => {
  const mutate = (mutation: object, object: object, spec: object = {}) =>
    compilePolicy({
      apiVersion: 'policies.kyverno.io/v1',
      kind: 'MutatingPolicy',
      metadata: { name: 'policy' },
      spec: { matchConstraints: PODS, mutations: [mutation], ...spec },
    })?.mutations[0]?.mutate(admission(object, [namespace('app')])) as KubeObject | undefined;
  const pull = {
    applyConfiguration: {
      expression: `Object{spec: Object.spec{containers: object.spec.containers.map(c, Object.spec.containers{name: c.name, imagePullPolicy: 'Always'})}}`,
    },
  };

  test('Pods, and the templates of what makes them', () => {
    expect(mutate(pull, pod())).toMatchObject({ spec: { containers: [{ name: 'main', imagePullPolicy: 'Always' }] } });
    expect(mutate(pull, deployment())).toMatchObject({
      spec: { template: { spec: { containers: [{ name: 'main', image: 'app:1', imagePullPolicy: 'Always' }] } } },
    });
  });

  test('conditions, and an error', () => {
    const matchConditions = [{ name: 'no', expression: 'object.metadata.name == "other"' }];
    expect(mutate(pull, pod(), { matchConditions })).toBeUndefined();
    const broken = { jsonPatch: { expression: '[JSONPatch{op: "add", path: object.none.none, value: 1}]' } };
    expect(() => mutate(broken, pod())).toThrow('a mutation that ends in an error');
  });
});
