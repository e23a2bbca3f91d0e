import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { ENVOY_PROXY, policyTargetsOf } from '../envoy-gateway/policies';
import { GATEWAY, GATEWAY_CLASS, gatewaySpec, type Reference } from '../gateway/shapes';
import type { Rule } from '../rule';
import { PREFIX } from './annotations';

export const proxyProtocol: Rule = {
  id: 'openstack/proxy-protocol',
  category: 'reference',
  effect: 'Every connection is closed, or its first bytes are taken for the request: an outage that nothing reports.',
  source: 'cloud-provider-openstack v1.35.0; Envoy Gateway v1.9.0, internal/xds/translator/proxy_protocol.go',
  check(cluster, report) {
    if (cluster.facts.platform.infrastructure !== 'openstack') return;
    for (const gateway of cluster.ofKind(GATEWAY)) {
      const proxy = proxyOf(cluster, gateway);
      if (!proxy) continue;
      const sent = sends(proxy);
      const policies = policyTargetsOf(cluster).filter(
        ({ target, policy }) => target === gateway && policy.object.kind === 'ClientTrafficPolicy',
      );
      const expecting = policies.filter(({ policy }) => expects(policy));
      const [first] = expecting;
      if (sent && !expecting.some(({ ref }) => ref.sectionName === undefined)) {
        report(gateway, {
          message: `${describe(gateway.object)}: its load balancer sends the PROXY protocol on every port (${describe(proxy.object)}), and ${first ? `only "${first.ref.sectionName}" expects it` : 'nothing expects it'}.`,
          fix: "Add a ClientTrafficPolicy for the whole Gateway: `proxyProtocol: 'required'`.",
          section: 'spec',
        });
      } else if (!sent && first) {
        report(first.policy, {
          message: `${describe(first.policy.object)} expects the PROXY protocol, and the load balancer of ${describe(gateway.object)} does not send it (${describe(proxy.object)}).`,
          fix: "Give its Service `loadBalancerAnnotations({ proxyProtocol: 'v2' })`, or take the policy's away.",
          section: 'spec.proxyProtocol',
        });
      }
    }
  },
};

/** The EnvoyProxy with a Gateway's settings: its own, or its class'. */
function proxyOf(cluster: ClusterView, gateway: Entry): Entry | undefined {
  const { infrastructure, gatewayClassName = '' } = gatewaySpec(gateway);
  const own = infrastructure?.parametersRef;
  if (own) return cluster.find(ENVOY_PROXY, gateway.object.metadata.namespace, own.name ?? '');
  const parent = cluster.find(GATEWAY_CLASS, undefined, gatewayClassName);
  const { parametersRef: ref } = (parent?.object['spec'] ?? {}) as { parametersRef?: Reference };
  return ref && cluster.find(ENVOY_PROXY, ref.namespace ?? 'default', ref.name ?? '');
}

function sends({ object }: Entry): boolean {
  const spec = object['spec'] as
    | { provider?: { kubernetes?: { envoyService?: { annotations?: Record<string, string> } } } }
    | undefined;
  const value = spec?.provider?.kubernetes?.envoyService?.annotations?.[`${PREFIX}proxy-protocol`];
  return value !== undefined && value !== 'false';
}

function expects({ object }: Entry): boolean {
  const { proxyProtocol, enableProxyProtocol } = (object['spec'] ?? {}) as {
    proxyProtocol?: object;
    enableProxyProtocol?: boolean;
  };
  return proxyProtocol !== undefined || enableProxyProtocol === true;
}
