import { describe } from '../../fleet/object';
import { listenersOf } from '../gateway/listeners';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { policyTargetsOf } from './policies';

export const policyConflict: Rule = {
  id: 'envoy-gateway/policy-conflict',
  reason: 'Conflicted',
  effect: 'Conflicted or Invalid: the oldest policy wins, and which one that is, git does not say.',
  source:
    'Envoy Gateway v1.9.0, internal/gatewayapi: clienttrafficpolicy.go, backendtrafficpolicy.go, securitypolicy.go',
  check(cluster, report) {
    const targets = policyTargetsOf(cluster).filter(({ target }) => target !== undefined);
    const keyOf = ({ policy, ref, target }: (typeof targets)[number]) =>
      `${policy.object.kind} ${target && describe(target.object)} ${ref.sectionName ?? ''}`;
    for (const [, same] of groupBy(targets, keyOf)) {
      const [first, ...others] = [...new Set(same.map(({ policy }) => policy))];
      for (const policy of others) {
        report(policy, {
          message: `${describe(policy.object)} is for what ${first && describe(first.object)} is for already.`,
          fix: 'Put both into one.',
          section: 'spec.targetRefs',
        });
      }
    }
    for (const { policy, ref, target } of targets) {
      if (policy.object.kind !== 'ClientTrafficPolicy' || ref.sectionName === undefined) continue;
      const listeners = listenersOf(cluster).filter(({ owner }) => owner === target);
      const own = listeners.find(({ name }) => name === ref.sectionName);
      const neighbours = listeners.filter((l) => l !== own && l.port === own?.port && l.protocol === 'HTTP');
      if (own?.protocol !== 'HTTP' || neighbours.length === 0) continue;
      report(policy, {
        message: `${describe(policy.object)} is for "${own.name}", which shares port ${own.port} with ${neighbours.map(({ name }) => `"${name}"`).join(', ')}.`,
        fix: 'Without encryption a port has one policy: make it for the whole Gateway.',
        section: 'spec.targetRefs',
      });
    }
  },
};
