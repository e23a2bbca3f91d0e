import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { backendsOf } from './backends';
import { isGranted } from './grants';

export const referenceGranted: Rule = {
  id: 'gateway/reference-granted',
  holds: 'a backend of another namespace is granted to the route by that namespace',
  reason: 'RefNotPermitted',
  category: 'reference',
  effect: 'ResolvedRefs=False, RefNotPermitted: requests get status 500, connections are closed.',
  source: 'Gateway API v1.6.1, ReferenceGrant',
  check(cluster, report) {
    for (const { route, ref, at, namespace } of backendsOf(cluster)) {
      const { kind, metadata } = route.object;
      const home = metadata.namespace ?? '';
      if (namespace === home) continue;
      const to = { group: ref.group ?? '', kind: ref.kind ?? 'Service', namespace, name: ref.name ?? '' };
      if (isGranted(cluster, route, to)) continue;
      report(route, {
        message: `${describe(route.object)} sends to ${to.kind} ${namespace}/${to.name}, which ${namespace} does not let it.`,
        fix: `Add a ReferenceGrant in ${namespace} from ${kind} in ${home} to it; a route of constructs/gateway brings its own.`,
        section: at,
      });
    }
  },
};
