import { describe, groupKind, splitGroupKind } from '../../fleet/object';
import type { Rule } from '../rule';

/** What Argo CD leaves alone unless it is told otherwise, by group and kind; `*` is any kind. */
const EXCLUDED: Readonly<Record<string, readonly string[]>> = {
  '': ['Endpoints', 'Event'],
  'discovery.k8s.io': ['Endpoints', 'EndpointSlice'],
  'coordination.k8s.io': ['Lease'],
  'certificates.k8s.io': ['CertificateSigningRequest'],
  'cert-manager.io': ['CertificateRequest'],
  'events.k8s.io': ['*'],
  'metrics.k8s.io': ['*'],
  'wgpolicyk8s.io': ['PolicyReport', 'ClusterPolicyReport'],
  'kyverno.io': ['UpdateRequest'],
  'reports.kyverno.io': ['EphemeralReport', 'ClusterEphemeralReport'],
};

export const excludedKind: Rule = {
  id: 'argocd/excluded-kind',
  effect: 'Argo CD drops the object from the sync, with nothing but a warning on the Application.',
  source: 'Argo CD v3.5.1, manifests/base/config/argocd-cm.yaml; util/settings/resources_filter.go',
  check(cluster, report) {
    for (const key of cluster.kinds()) {
      const { group, kind } = splitGroupKind(key);
      const kinds = EXCLUDED[group] ?? [];
      if (!kinds.includes(kind) && !kinds.includes('*')) continue;
      for (const entry of cluster.ofKind(groupKind(group === '' ? 'v1' : `${group}/v1`, kind))) {
        report(entry, {
          message: `${describe(entry.object)}: Argo CD excludes the kind ${key} by default.`,
          fix: 'Let a controller make it, or apply it outside Argo CD.',
          section: 'kind',
        });
      }
    }
  },
};
