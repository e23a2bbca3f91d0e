import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { celPolicies, classicPolicies } from './shapes';

export const webhookTimeout: Rule = {
  id: 'kyverno/webhook-timeout',
  holds: 'time-outs are 1 to 30 seconds',
  effect: 'The API server refuses the webhook that Kyverno makes of it, and no policy of that webhook holds.',
  source: 'Kyverno v1.19.0, pkg/validation/policy/validate.go; Kubernetes v1.36, admissionregistration: timeoutSeconds',
  check(cluster, report) {
    const policies = [...classicPolicies(cluster), ...celPolicies(cluster)];
    for (const { entry, spec } of policies) {
      const old = 'webhookTimeoutSeconds' in spec ? spec.webhookTimeoutSeconds : undefined;
      const seconds = spec.webhookConfiguration?.timeoutSeconds ?? old;
      if (seconds === undefined || (Number.isInteger(seconds) && seconds >= 1 && seconds <= 30)) continue;
      report(entry, {
        message: `${describe(entry.object)} has a time-out of ${seconds} seconds.`,
        fix: 'A whole number from 1 to 30.',
        section: old === undefined ? 'spec.webhookConfiguration.timeoutSeconds' : 'spec.webhookTimeoutSeconds',
      });
    }
  },
};
