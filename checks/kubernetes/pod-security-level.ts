import { POD_SECURITY_LEVELS, POD_SECURITY_MODES } from '../../facts/kubernetes-values';
import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';

export const podSecurityLevel: Rule = {
  id: 'kubernetes/pod-security-level',
  holds: 'a Namespace’s Pod Security labels name levels',
  effect: 'The API server refuses a Namespace with a level that is none.',
  source: 'kubernetes v1.36, pod-security-admission/admission: ValidateNamespace',
  check(cluster, report) {
    for (const entry of cluster.ofKind('Namespace')) {
      for (const mode of POD_SECURITY_MODES) {
        const label = `pod-security.kubernetes.io/${mode}`;
        const level = entry.object.metadata.labels?.[label];
        if (level === undefined || POD_SECURITY_LEVELS.includes(level)) continue;
        const at = `metadata.labels["${label}"]`;
        report(entry, {
          message: `${describe(entry.object)}: ${at} is "${level}".${didYouMean(level, POD_SECURITY_LEVELS)}`,
          fix: `One of ${POD_SECURITY_LEVELS.join(', ')}.`,
          section: at,
        });
      }
    }
  },
};
