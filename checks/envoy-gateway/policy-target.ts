import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { policyTargetsOf } from './policies';

const ANY = ['Gateway', 'ListenerSet', 'HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'];

/** Kinds that each policy can be for. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  ClientTrafficPolicy: ['Gateway', 'ListenerSet'],
  BackendTrafficPolicy: ANY,
  EnvoyExtensionPolicy: ANY,
  SecurityPolicy: ['Gateway', 'ListenerSet', 'HTTPRoute', 'GRPCRoute', 'TCPRoute'],
};

export const policyTarget: Rule = {
  id: 'envoy-gateway/policy-target',
  holds: 'a policy’s target is in its namespace, and has the section that it names',
  reason: 'TargetNotFound',
  category: 'reference',
  effect: 'The policy does nothing: without its target it gets no status at all, without the section TargetNotFound.',
  source: 'Envoy Gateway v1.9.0, config/crd, and internal/gatewayapi: the file of each policy',
  check(cluster, report) {
    for (const { policy, ref, target, sections } of policyTargetsOf(cluster)) {
      const { kind = '', name = '', sectionName } = ref;
      const { namespace } = policy.object.metadata;
      const possible = TARGETS[policy.object.kind] ?? [];
      const fail = (text: string, fix: string) =>
        report(policy, { message: `${describe(policy.object)} ${text}`, fix, section: 'spec.targetRefs' });
      if (!possible.includes(kind)) {
        fail(
          `is for a ${kind}.${didYouMean(kind, possible)}`,
          `A ${policy.object.kind} can be for ${possible.join(', ')}.`,
        );
      } else if (!target) {
        const elsewhere = cluster.names(`${ref.group ?? 'gateway.networking.k8s.io'}/${kind}`).includes(name);
        fail(
          `is for ${kind} "${name}", which nothing makes in ${namespace}.${didYouMean(name, cluster.names(`${ref.group}/${kind}`, namespace))}`,
          elsewhere ? 'It is in another namespace: create the policy there.' : 'Name one of its own namespace.',
        );
      } else if (sectionName !== undefined && !sections.includes(sectionName)) {
        fail(
          `is for "${sectionName}" of ${describe(target.object)}, which has none such.${didYouMean(sectionName, sections)}`,
          kind === 'Gateway' ? 'Name a listener.' : 'Name a rule; rules have names only if they are given one.',
        );
      }
    }
  },
};
