import { prefersCelKinds } from '../../facts/kyverno';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';

export const deprecatedKind: Rule = {
  id: 'kyverno/deprecated-kind',
  holds: 'no classic policies where Kyverno has those of CEL',
  severity: 'warning',
  effect: 'Kyverno 1.20 is planned to end with the kind: the policy would be gone with the upgrade.',
  source: 'Kyverno v1.17.0, release notes and api/kyverno/v1: deprecated',
  check(cluster, report) {
    const version = cluster.facts.kyverno?.version;
    if (version === undefined || !prefersCelKinds(version)) return;
    for (const kind of ['ClusterPolicy', 'Policy', 'CleanupPolicy', 'ClusterCleanupPolicy']) {
      for (const entry of cluster.ofKind(`kyverno.io/${kind}`)) {
        report(entry, {
          message: `${describe(entry.object)} is of a kind that is deprecated since Kyverno 1.17; the cluster has ${version}.`,
          fix: 'Write it in CEL: ValidatingPolicy, MutatingPolicy, GeneratingPolicy, ImageValidatingPolicy, DeletingPolicy.',
          section: 'kind',
        });
      }
    }
  },
};
