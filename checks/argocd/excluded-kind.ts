import { describe, splitGroupKind } from '../../fleet/object';
import { DEFAULT_EXCLUSIONS, type ResourceExclusion } from '../../fleet/resource-exclusions';
import type { Rule } from '../rule';

/** Excluded whatever the settings say: by group, `*` for any kind (util/settings/resources_filter.go). */
const ALWAYS: readonly ResourceExclusion[] = [
  { apiGroups: ['events.k8s.io', 'metrics.k8s.io'], kinds: ['*'] },
  { apiGroups: [''], kinds: ['Event'] },
];

export const excludedKind: Rule = {
  id: 'argocd/excluded-kind',
  holds: 'no kinds that Argo CD excludes by default',
  effect: 'Argo CD drops the object from the sync, with nothing but a warning on the Application.',
  source: 'Argo CD v3.5.1, manifests/base/config/argocd-cm.yaml; util/settings/resources_filter.go',
  check(cluster, report) {
    for (const key of cluster.kinds()) {
      const { group, kind } = splitGroupKind(key);
      const isExcluded = [...DEFAULT_EXCLUSIONS, ...ALWAYS].some(
        ({ apiGroups, kinds }) => apiGroups.includes(group) && (kinds.includes(kind) || kinds.includes('*')),
      );
      if (!isExcluded) continue;
      for (const entry of cluster.ofKind(key)) {
        report(entry, {
          message: `${describe(entry.object)}: Argo CD excludes the kind ${key} by default.`,
          fix: 'Let a controller make it, or apply it outside Argo CD.',
          section: 'kind',
        });
      }
    }
  },
};
