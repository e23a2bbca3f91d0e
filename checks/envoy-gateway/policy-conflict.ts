import { describe } from '../../fleet/object';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { policyTargetsOf } from './policies';

export const policyConflict: Rule = {
  id: 'envoy-gateway/policy-conflict',
  holds: 'one policy of a kind for a target; a port’s listeners share theirs',
  reason: 'Conflicted',
  effect: 'Conflicted: the oldest policy wins, and which one that is, git does not say.',
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
  },
};
