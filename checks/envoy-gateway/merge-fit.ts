import { describe } from '../../fleet/object';
import { mapAt, textAt } from '../fields';
import { attachmentsOf } from '../gateway/attachments';
import type { Rule } from '../rule';
import { policyTargetsOf, refused } from './policies';
import { HTTP_LOGINS } from './policy-fit';

export const mergeFit: Rule = {
  id: 'envoy-gateway/merge-fit',
  holds: 'a policy of a stream merges with none that asks of requests',
  effect: 'Accepted=False (Invalid): nothing of the policy holds.',
  source:
    'Envoy Gateway v1.9.0, internal/gatewayapi/securitypolicy.go: processSecurityPolicyForRoute, validateSecurityPolicyForTCP',
  check(cluster, report) {
    const targets = policyTargetsOf(cluster).filter(({ policy }) => policy.object.kind === 'SecurityPolicy');
    for (const { policy, ref, target } of targets) {
      if (ref.kind !== 'TCPRoute' || !textAt(mapAt(policy.object, 'spec'), 'mergeType')) continue;
      const parents = attachmentsOf(cluster).flatMap(({ route, parent }) =>
        route === target && parent ? [parent] : [],
      );
      for (const { policy: general, target: parent } of targets) {
        if (!parent || !parents.includes(parent)) continue;
        const spec = mapAt(general.object, 'spec') ?? {};
        const field = HTTP_LOGINS.find((name) => spec[name] !== undefined);
        if (!field) continue;
        const what = `merges with ${describe(general.object)}, which asks for ${field}, and is for a TCPRoute`;
        const fix = 'A stream has no requests: take `mergeType` away.';
        report(policy, refused(cluster, policy, { at: 'spec.mergeType', what, fix }));
      }
    }
  },
};
