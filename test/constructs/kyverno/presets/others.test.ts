import { disallowHostPorts } from '../../../../constructs/kyverno/presets/baseline';
import {
  disallowNodePort,
  requireLabels,
  requirePodProbes,
} from '../../../../constructs/kyverno/presets/best-practice';
import { addDefaultResources, addNetworkPolicy } from '../../../../constructs/kyverno/presets/defaults';
import { within } from '../../../../constructs/kyverno/presets/within';
import { audit } from '../../../../constructs/kyverno/rollout';
import type { KubeObject } from '../../../../fleet/object';
import { admission, deployment, namespace, pod } from '../../../helpers/admission';
import { compiled, verdictOf, written } from '../../../helpers/presets';

const VERSIONS = ['1.19', '1.16'] as const;
const service = (type?: string) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'a', namespace: 'app' },
  spec: { ports: [{ port: 80 }], ...(type ? { type } : {}) },
});

test('a NetworkPolicy for each Namespace, audited: one that has it passes, one that lacks it fails', () => {
  const [policy] = compiled(addNetworkPolicy(), '1.19', audit());
  const ask = (...names: readonly string[]) => {
    const list = (apiVersion: string, plural: string, home: string) => {
      expect([apiVersion, plural, home]).toEqual(['networking.k8s.io/v1', 'networkpolicies', 'a']);
      return names.map((name) => ({ apiVersion, kind: 'NetworkPolicy', metadata: { name, namespace: home } }));
    };
    const { object, cluster } = admission(namespace('a'));
    return policy?.rules[0]?.evaluate({ object, cluster: { ...cluster, list } }).result;
  };
  expect(ask('other', 'generated-default-deny')).toBe('pass');
  expect(ask('other')).toBe('fail');
  expect(ask()).toBe('fail');
});

describe.each(VERSIONS)('Kyverno %s', (version) => {
  test('no Service is a NodePort', () => {
    expect(verdictOf(disallowNodePort(), service(), version)).toBe('pass');
    expect(verdictOf(disallowNodePort(), service('LoadBalancer'), version)).toBe('pass');
    expect(verdictOf(disallowNodePort(), service('NodePort'), version)).toBe('fail');
  });

  test('what runs for ever has probes', () => {
    const probe = { httpGet: { path: '/', port: 80 } };
    expect(verdictOf(requirePodProbes(), deployment({ livenessProbe: probe, readinessProbe: probe }), version)).toBe(
      'pass',
    );
    expect(verdictOf(requirePodProbes(), deployment({ livenessProbe: probe }), version)).toBe('fail');
    expect(verdictOf(requirePodProbes(), pod(), version)).toBe('skip');
  });

  test('labels of other kinds', () => {
    const labels = requireLabels({ labels: ['owner'], kinds: ['Namespace'] });
    expect(verdictOf(labels, namespace('a', { owner: 'b' }), version)).toBe('pass');
    expect(verdictOf(labels, namespace('a'), version)).toBe('fail');
  });

  test('default resources: Pods get what they do not say, their makers nothing', () => {
    const [policy] = compiled(addDefaultResources({ cpu: '10m', memory: '64Mi' }), version);
    const mutated = (object: KubeObject) => policy?.mutations[0]?.mutate(admission(object, [namespace('app')]));
    const resourcesOf = (object: KubeObject | undefined) =>
      (object?.['spec'] as { containers: { resources?: object }[] } | undefined)?.containers[0]?.resources;
    expect(resourcesOf(mutated(pod()))).toEqual({ requests: { cpu: '10m', memory: '64Mi' } });
    expect(
      resourcesOf(mutated(pod({ resources: { requests: { cpu: '1' }, limits: { memory: '1Gi' } } }))),
    ).toMatchObject({
      requests: { cpu: '1' },
      limits: { memory: '1Gi' },
    });
    const whole = pod({ resources: { requests: { cpu: '1', memory: '1Gi' } } });
    expect(mutated(whole)).toEqual(whole);
    expect(mutated(deployment() as KubeObject)).toBeUndefined();
  });

  test('default resources, audited: what lacks them is reported', () => {
    const [policy] = compiled(addDefaultResources(), version, audit());
    const ask = (object: object) => policy?.rules[0]?.evaluate(admission(object, [namespace('app')])).result;
    expect(ask(pod({ resources: { requests: { cpu: '1', memory: '1Gi' } } }))).toBe('pass');
    expect(ask(pod({ resources: { limits: { cpu: '1', memory: '1Gi' } } }))).toBe('pass');
    expect(ask(pod())).toBe('fail');
    expect(policy?.rules[0]?.enforces(admission(pod()))).toBe(false);
  });

  test('a NetworkPolicy for each Namespace: made where it is enforced, asked for where it is audited', () => {
    const [made] = written(addNetworkPolicy(), version);
    expect(JSON.stringify(made)).toMatch(version === '1.19' ? /generator\.Apply/ : /"generate":/);
    expect(made).toMatchSnapshot();
    const [policy] = compiled(addNetworkPolicy(), version, audit());
    const ask = (labels: Record<string, string>) =>
      policy?.rules[0]?.evaluate(admission(namespace('a', labels))).result;
    // Only the cluster knows its NetworkPolicies.
    expect(ask({})).toBe('undecidable');
    expect(ask({ 'fleet-manifests/network-policy': 'open' })).toBe('skip');
  });
});

test('parameters', () => {
  const ports = disallowHostPorts({ allowed: [9100] });
  expect(verdictOf(ports, pod({ ports: [{ containerPort: 9100, hostPort: 9100 }] }))).toBe('pass');
  expect(verdictOf(ports, pod({ ports: [{ containerPort: 80, hostPort: 80 }] }))).toBe('fail');
});

test('within some namespaces only', () => {
  const [policy] = within({ matchLabels: { team: 'a' } }, [requireLabels({ labels: ['owner'] })]);
  if (!policy) throw new Error('none');
  const [compiledPolicy] = compiled(policy);
  const ask = (labels: Record<string, string>) =>
    compiledPolicy?.rules[0]?.evaluate(admission(pod(), [namespace('app', labels)])).result;
  expect(ask({ team: 'a' })).toBe('fail');
  expect(ask({ team: 'b' })).toBe('skip');
});
