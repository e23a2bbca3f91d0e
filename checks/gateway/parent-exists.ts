import { GATEWAY_API_GROUP } from '../../facts/gateway-api';
import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import type { Rule } from '../rule';
import { hasChart } from '../unseen';
import { violation } from '../violation';
import { attachmentsOf } from './attachments';
import { listenersByOwner } from './listeners';
import { GATEWAY, items, LISTENER_SET, type ParentRef, ROUTES, routeSpec } from './shapes';

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
        const refs = items(routeSpec(route).parentRefs);
        refs.forEach((ref, index) => {
          const problem = otherParentProblem(cluster, route, ref);
          if (problem) report(route, violation(route, { at: `spec.parentRefs[${index}]`, ...problem }));
        });
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

/** Parents of Gateway API's own group that take routes. */
const PARENTS = ['Gateway', 'ListenerSet'];

/** What is wrong with a parent that is no Gateway: of its own group there are few, and a mesh's is a Service. */
function otherParentProblem(cluster: ClusterView, { object }: Entry, ref: ParentRef) {
  const { group = GATEWAY_API_GROUP, kind = 'Gateway', name = '', namespace = object.metadata.namespace ?? '' } = ref;
  if (group === GATEWAY_API_GROUP && !PARENTS.includes(kind)) {
    const what = `is attached to a ${kind}, which takes no routes${didYouMean(kind, PARENTS)}`;
    return { what, fix: `One of ${PARENTS.join(', ')}.` };
  }
  if (group !== '' || kind !== 'Service' || cluster.find('Service', namespace, name)) return undefined;
  if (cluster.hasService(namespace, name) || hasChart(cluster, namespace)) return undefined;
  const what = `is attached to Service ${namespace}/${name}, which nothing makes${didYouMean(name, cluster.names('Service', namespace))}`;
  return { what, fix: 'Name a Service that is there; for a Gateway, leave out `kind` and `group`.' };
}
