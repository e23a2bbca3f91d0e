import { exceptionsOf } from '../../../../checks/policy/evaluation/exceptions';
import { settingsOf } from '../../../../checks/policy/evaluation/filters';
import type { KubeObject } from '../../../../fleet/object';
import { admission, pod } from '../../../helpers/admission';

const policy = (kind: string, apiVersion: string): KubeObject => ({
  apiVersion,
  kind,
  metadata: { name: 'policy', ...(kind === 'Policy' ? { namespace: 'app' } : {}) },
});
const VALIDATING = policy('ValidatingPolicy', 'policies.kyverno.io/v1');
const CLUSTER = policy('ClusterPolicy', 'kyverno.io/v1');

const ofCel = (spec: object, namespace = 'app'): KubeObject => ({
  apiVersion: 'policies.kyverno.io/v1',
  kind: 'PolicyException',
  metadata: { name: 'exception', namespace },
  spec: { policyRefs: [{ kind: 'ValidatingPolicy', name: 'policy' }], ...spec },
});
const classic = (spec: object): KubeObject => ({
  apiVersion: 'kyverno.io/v2',
  kind: 'PolicyException',
  metadata: { name: 'exception', namespace: 'app' },
  spec: { match: { any: [{ resources: { kinds: ['Pod'], names: ['po*'] } }] }, ...spec },
});

const installed = (policyExceptions: object) =>
  settingsOf({ namespace: 'kyverno', values: { features: { policyExceptions } } });
const EVERYWHERE = installed({ enabled: true, namespace: '*' });
const ask = (exception: KubeObject, of: KubeObject, settings = EVERYWHERE, rule?: string) =>
  exceptionsOf([exception], settings)(of, rule, admission(pod()));
const named = (name: string) => ({
  matchConditions: [{ name: 'name', expression: `object.metadata.name == '${name}'` }],
});

test('in CEL: all conditions, of this policy', () => {
  expect(ask(ofCel(named('pod')), VALIDATING)).toBe(true);
  expect(ask(ofCel(named('other')), VALIDATING)).toBe(false);
  expect(ask(ofCel({}), VALIDATING)).toBe(true);
  expect(ask(ofCel({ policyRefs: [{ kind: 'MutatingPolicy', name: 'policy' }] }), VALIDATING)).toBe(false);
});

test('for some images only: the policy itself asks for them', () => {
  expect(() => ask(ofCel({ ...named('pod'), images: ['ghcr.io/*'] }), VALIDATING)).toThrow(
    'for some images or values only',
  );
});

test('classic: by rules, with wildcards; a Policy by its namespace', () => {
  const exceptions = [{ policyName: 'policy', ruleNames: ['tag*'] }];
  expect(ask(classic({ exceptions }), CLUSTER, EVERYWHERE, 'tags')).toBe(true);
  expect(ask(classic({ exceptions }), CLUSTER, EVERYWHERE, 'other')).toBe(false);
  const ofNamespace = [{ policyName: 'app/policy', ruleNames: ['tags'] }];
  expect(ask(classic({ exceptions: ofNamespace }), policy('Policy', 'kyverno.io/v1'), EVERYWHERE, 'tags')).toBe(true);
  const conditions = { any: [{ key: '1', operator: 'Equals', value: '1' }] };
  expect(() => ask(classic({ exceptions, conditions }), CLUSTER, EVERYWHERE, 'tags')).toThrow('under conditions');
});

test('they count where Kyverno is told to read them', () => {
  expect(ask(ofCel({}), VALIDATING, installed({}))).toBe(false);
  expect(ask(ofCel({}), VALIDATING, installed({ enabled: true, namespace: 'kyverno' }))).toBe(false);
  expect(ask(ofCel({}, 'kyverno'), VALIDATING, installed({ enabled: true, namespace: 'kyverno' }))).toBe(true);
  expect(ask(ofCel({}), VALIDATING, settingsOf(undefined))).toBe(true);
});
