import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { podSecurityFindings } from '../pod-security/findings';
import { type Pods, podsOf } from '../pod-specs';
import type { Rule } from '../rule';

export const podSecurity: Rule = {
  id: 'kubernetes/pod-security',
  holds: 'Pods pass the Pod Security level that their namespace enforces',
  effect:
    'The workload is accepted, and none of its Pods is ever created: the reason is only in the ReplicaSet’s events.',
  source: 'kubernetes v1.36, staging/src/k8s.io/pod-security-admission/policy: the levels baseline and restricted',
  check(cluster, report) {
    for (const pods of podsOf(cluster)) {
      const level = levelOf(cluster, pods);
      // Both levels may say the same of one field.
      const problems = new Set<string>();
      for (const { words } of podSecurityFindings(level, pods)) problems.add(words);
      if (problems.size === 0) continue;
      report(pods.entry, {
        message: `${describe(pods.entry.object)}: its namespace enforces Pod Security "${level}", and ${[...problems].join('; ')}.`,
        fix: 'Take it away, or make the namespace less strict: `new Namespace(app, …, { podSecurity: … })`.',
        section: pods.at,
      });
    }
  },
};

function levelOf(cluster: ClusterView, { entry }: Pods): string | undefined {
  const namespace = cluster.find('Namespace', undefined, entry.object.metadata.namespace ?? '');
  return namespace?.object.metadata.labels?.['pod-security.kubernetes.io/enforce'];
}
