import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import { mapAt } from '../fields';
import { type Listener, listenersOf } from '../gateway/listeners';
import { GATEWAY, gatewaySpec } from '../gateway/shapes';
import type { Rule } from '../rule';
import { policyTargetsOf, refused } from './policies';
import { proxiesOf } from './settings';

export const sharedPort: Rule = {
  id: 'envoy-gateway/shared-port',
  holds: 'a port without encryption has one ClientTrafficPolicy for all who share it',
  effect: 'Accepted=False (Invalid): nothing of the policy holds.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/clienttrafficpolicy.go: validatePortOverlapForClientTrafficPolicy',
  check(cluster, report) {
    for (const { policy, ref, target } of policyTargetsOf(cluster)) {
      if (policy.object.kind !== 'ClientTrafficPolicy' || !target) continue;
      const own = listenersOf(cluster).filter(
        (l) => l.owner === target && (ref.sectionName === undefined || l.name === ref.sectionName),
      );
      const [listener, others] = firstShared(cluster, own, target, ref.sectionName !== undefined) ?? [];
      if (!listener || !others) continue;
      const names = others.map(({ name, owner }) =>
        owner === target ? `"${name}"` : `"${name}" of ${owner.object.metadata.name}`,
      );
      const what = `is for "${listener.name}", which shares port ${listener.port} with ${names.join(', ')}`;
      const fix =
        'Without encryption a port has one policy: make it for the whole Gateway, or give the others another port.';
      report(policy, refused(cluster, policy, { at: 'spec.targetRefs', what, fix }));
    }
  },
};

/** A listener without encryption whose port others have that the policy is not for. */
function firstShared(cluster: ClusterView, own: readonly Listener[], target: Entry, oneListener: boolean) {
  for (const listener of own) {
    if (listener.protocol !== 'HTTP') continue;
    const others = listenersOf(cluster).filter(
      (other) =>
        other !== listener &&
        other.protocol === 'HTTP' &&
        other.port === listener.port &&
        (other.owner === target ? oneListener : sharesProxy(cluster, other, listener)),
    );
    if (others.length > 0) return [listener, others] as const;
  }
  return undefined;
}

/** Whether two listeners are in one proxy: one Gateway's, or those of a class that merges its Gateways. */
function sharesProxy(cluster: ClusterView, { gateway: a }: Listener, { gateway: b }: Listener): boolean {
  if (!a || !b) return false;
  if (a === b) return true;
  const merges = (gateway: Entry) =>
    proxiesOf(cluster, gateway).some((proxy) => mapAt(proxy.object, 'spec')?.['mergeGateways'] === true);
  const sameClass = gatewaySpec(a).gatewayClassName === gatewaySpec(b).gatewayClassName;
  return GATEWAY.endsWith(a.object.kind) && sameClass && merges(a);
}
