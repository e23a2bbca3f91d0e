import { describe } from '../../fleet/object';
import type { Rule } from '../rule';

const ANNOTATION = 'argocd.argoproj.io/tracking-id';

export const trackingId: Rule = {
  id: 'argocd/tracking-id',
  holds: 'no object carries Argo CD’s own tracking id',
  effect: 'Argo CD takes the object for another application’s: it is shared, or never applied.',
  source: 'Argo CD v3.5.1, docs/user-guide/resource_tracking.md',
  check(cluster, report) {
    for (const entry of cluster.annotated) {
      if (entry.object.metadata.annotations?.[ANNOTATION] === undefined) continue;
      report(entry, {
        message: `${describe(entry.object)} carries Argo CD's own tracking id.`,
        fix: `Take ${ANNOTATION} away: Argo CD sets it.`,
        section: 'metadata.annotations',
      });
    }
  },
};
