import { CEL_GROUP, hasCelKinds } from '../../facts/kyverno';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';

export const kindServed: Rule = {
  id: 'kyverno/kind-served',
  holds: 'no policies of CEL where Kyverno is older than 1.17',
  category: 'schema',
  effect: 'The API server does not know the kind: the sync fails.',
  source: 'Kyverno v1.19.0, config/crds; kyverno v1.16.0 serves no policies.kyverno.io/v1',
  check(cluster, report) {
    const version = cluster.facts.kyverno?.version;
    if (version === undefined || hasCelKinds(version)) return;
    for (const kind of cluster.kinds()) {
      if (!kind.startsWith(`${CEL_GROUP}/`)) continue;
      for (const entry of cluster.ofKind(kind)) {
        if (!entry.object.apiVersion.endsWith('/v1')) continue;
        report(entry, {
          message: `${describe(entry.object)} is of a kind that Kyverno ${version} does not serve.`,
          fix: 'Write it with a PolicySet, which knows the cluster’s Kyverno, or as a ClusterPolicy; or raise Kyverno to 1.17.',
          section: 'apiVersion',
        });
      }
    }
  },
};
