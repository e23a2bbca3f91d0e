import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { attachmentsOf } from './attachments';
import { listenersByOwner } from './listeners';
import { GATEWAY, LISTENER_SET, ROUTES, routeSpec } from './shapes';

export const parentExists: Rule = {
  id: 'gateway/parent-exists',
  holds: 'a route’s parent, and the listener that it names, are there',
  reason: 'NoMatchingParent',
  category: 'reference',
  effect:
    'The route serves nobody: without its parent it gets no status at all, without the listener NoMatchingParent.',
  source:
    'Gateway API v1.6.1, ParentReference; Envoy Gateway v1.9.0, internal/gatewayapi/helpers.go: getReferencedListeners',
  check(cluster, report) {
    const listeners = listenersByOwner(cluster);
    for (const { route, ref, at, parent, named } of attachmentsOf(cluster)) {
      const { kind = 'Gateway', name = '', sectionName, port } = ref;
      const namespace = ref.namespace ?? route.object.metadata.namespace ?? '';
      if (!parent) {
        if (kind === 'Gateway' && cluster.facts.externals?.gateways?.includes(`${namespace}/${name}`)) continue;
        const there = cluster.names(kind === 'ListenerSet' ? LISTENER_SET : GATEWAY, namespace);
        report(route, {
          message: `${describe(route.object)} is attached to ${kind} ${namespace}/${name}, which nothing makes.${didYouMean(name, there)}`,
          fix: 'Name a Gateway of this cluster, with its namespace, or declare it by `external("Gateway", …)`.',
          section: at,
        });
      } else if (named.length === 0) {
        const there = (listeners.get(parent) ?? []).map((listener) => listener.name ?? '');
        const section = [sectionName && `"${sectionName}"`, port && `on port ${port}`].filter(Boolean).join(' ');
        report(route, {
          message: `${describe(route.object)} is attached to the listener ${section} of ${describe(parent.object)}, which has none such.${didYouMean(sectionName ?? '', there)}`,
          fix: `Name one of its listeners: ${there.join(', ')}.`,
          section: `${at}.${sectionName ? 'sectionName' : 'port'}`,
        });
      }
    }
    for (const kind of ROUTES) {
      for (const route of cluster.ofKind(kind)) {
        if ((routeSpec(route).parentRefs ?? []).length > 0) continue;
        report(route, {
          message: `${describe(route.object)} is attached to nothing.`,
          fix: 'Add `parentRefs` with a Gateway and a listener.',
          section: 'spec.parentRefs',
        });
      }
    }
  },
};
