import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { ENVOY_PROXY } from './settings';

interface Spec {
  readonly provider?: {
    readonly type?: string;
    readonly kubernetes?: {
      readonly envoyDeployment?: object;
      readonly envoyDaemonSet?: object;
      readonly envoyHpa?: object;
      readonly envoyPDB?: { readonly minAvailable?: unknown; readonly maxUnavailable?: unknown };
      readonly envoyService?: {
        readonly type?: string;
        readonly loadBalancerIP?: string;
        readonly loadBalancerSourceRanges?: unknown;
        readonly allocateLoadBalancerNodePorts?: unknown;
      };
    };
  };
}

export const proxy: Rule = {
  id: 'envoy-gateway/proxy',
  holds: 'an EnvoyProxy says what Envoy Gateway and Kubernetes take',
  category: 'schema',
  effect: 'The API server refuses the EnvoyProxy, and its Gateways have no settings: InvalidParameters.',
  source: 'Envoy Gateway v1.9.0, config/crd: validation of EnvoyProxy',
  check(cluster, report) {
    for (const entry of cluster.ofKind(ENVOY_PROXY)) {
      const spec = (entry.object['spec'] ?? {}) as Spec;
      for (const [text, fix, section] of problemsOf(spec)) {
        report(entry, { message: `${describe(entry.object)} ${text}.`, fix, section });
      }
    }
  },
};

function* problemsOf({ provider }: Spec): Iterable<readonly [string, string, string]> {
  const {
    envoyDeployment,
    envoyDaemonSet,
    envoyHpa,
    envoyPDB,
    envoyService: service = {},
  } = provider?.kubernetes ?? {};
  const at = 'spec.provider.kubernetes';
  if (provider && !provider.type) yield ['does not say its provider', 'Add `type: Kubernetes`.', 'spec.provider.type'];
  if (envoyDeployment && envoyDaemonSet) yield ['wants a Deployment and a DaemonSet', 'Choose one.', at];
  if (envoyDaemonSet && envoyHpa)
    yield ['scales a DaemonSet', 'Take `envoyHpa` away: a DaemonSet has a Pod on every node.', `${at}.envoyHpa`];
  if (envoyPDB && (envoyPDB.minAvailable === undefined) === (envoyPDB.maxUnavailable === undefined)) {
    yield [
      'has a PodDisruptionBudget with not exactly one of minAvailable and maxUnavailable',
      'Say one of the two.',
      `${at}.envoyPDB`,
    ];
  }
  if ((service.type ?? 'LoadBalancer') !== 'LoadBalancer') {
    for (const field of ['loadBalancerIP', 'loadBalancerSourceRanges', 'allocateLoadBalancerNodePorts'] as const) {
      if (service[field] === undefined) continue;
      yield [
        `says ${field} for a Service of type ${service.type}`,
        'Take it away, or make the type LoadBalancer.',
        `${at}.envoyService.${field}`,
      ];
    }
  }
  if (service.loadBalancerIP?.includes(':')) {
    yield [
      `wants the address ${service.loadBalancerIP}`,
      'The field takes IPv4 only; ask by an annotation.',
      `${at}.envoyService.loadBalancerIP`,
    ];
  }
}
