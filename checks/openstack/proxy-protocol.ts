import { ENVOY_GATEWAY_GROUP } from '../../facts/envoy-gateway';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import { policyTargetsOf } from '../envoy-gateway/policies';
import { isEnvoys, proxiesOf, serviceAnnotationsOf } from '../envoy-gateway/settings';
import { listenersOf } from '../gateway/listeners';
import { GATEWAY } from '../gateway/shapes';
import type { Rule } from '../rule';
import { sendsProxyProtocol } from './annotations';

const CLIENT_TRAFFIC_POLICY = `${ENVOY_GATEWAY_GROUP}/ClientTrafficPolicy`;

export const proxyProtocol: Rule = {
  id: 'openstack/proxy-protocol',
  holds: 'the load balancer sends the PROXY protocol exactly where the Gateway expects it',
  category: 'reference',
  effect: 'Every connection is closed, or its first bytes are taken for the request: an outage that nothing reports.',
  source: 'cloud-provider-openstack v1.35.0; Envoy Gateway v1.9.0, internal/xds/translator/proxy_protocol.go',
  check(cluster, report) {
    if (cluster.facts.platform.infrastructure !== 'openstack') return;
    // A policy that chooses its Gateways by labels may be for any of them.
    const selecting = [...cluster.ofKind(CLIENT_TRAFFIC_POLICY)].some(
      (p) => 'targetSelectors' in Object(p.object['spec']),
    );
    if (selecting) return;
    for (const gateway of cluster.ofKind(GATEWAY)) {
      if (!isEnvoys(cluster, gateway)) continue;
      const [proxy = gateway] = proxiesOf(cluster, gateway);
      const sent = sendsProxyProtocol(serviceAnnotationsOf(cluster, gateway));
      const policies = policyTargetsOf(cluster).filter(
        ({ target, policy }) => target === gateway && policy.object.kind === 'ClientTrafficPolicy',
      );
      const expecting = policies.filter(({ policy }) => expects(policy));
      const deaf = listenersOf(cluster).filter(
        ({ owner, name }) =>
          owner === gateway && !expecting.some(({ ref }) => ref.sectionName === undefined || ref.sectionName === name),
      );
      // One that takes both is a step on the way.
      const strict = expecting.find(({ policy }) => expects(policy) === 'required');
      if (sent && deaf.length > 0) {
        report(gateway, {
          message: `${describe(gateway.object)}: its load balancer sends the PROXY protocol on every port (${describe(proxy.object)}), and ${deaf.map(({ name }) => `"${name}"`).join(', ')} ${deaf.length === 1 ? 'does' : 'do'} not expect it.`,
          fix: "Add a ClientTrafficPolicy for the whole Gateway: `proxyProtocol: 'required'`.",
          section: 'spec',
        });
      } else if (!sent && strict) {
        report(strict.policy, {
          message: `${describe(strict.policy.object)} expects the PROXY protocol, and the load balancer of ${describe(gateway.object)} does not send it (${describe(proxy.object)}).`,
          fix: "Give its Service `loadBalancerAnnotations({ proxyProtocol: 'v2' })`, or take the policy's away.",
          section: 'spec.proxyProtocol',
        });
      }
    }
  },
};

function expects({ object }: Entry): 'required' | 'optional' | undefined {
  const { proxyProtocol, enableProxyProtocol } = (object['spec'] ?? {}) as {
    proxyProtocol?: { optional?: boolean };
    enableProxyProtocol?: boolean;
  };
  if (proxyProtocol) return proxyProtocol.optional ? 'optional' : 'required';
  return enableProxyProtocol ? 'required' : undefined;
}
