import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import { memo } from '../memo';
import { intersect } from './hostnames';
import { admits, kindsOf, type Listener, listenersByOwner, parentAt } from './listeners';
import { items, type ParentRef, ROUTES, routeSpec } from './shapes';

/** A route's reference to a parent, and what it finds there. */
export interface Attachment {
  readonly route: Entry;
  readonly ref: ParentRef;
  /** Where the reference stands. */
  readonly at: string;
  /** The Gateway or ListenerSet that it names. */
  readonly parent: Entry | undefined;
  /** The parent's listeners that fit its section and port. */
  readonly named: readonly Listener[];
  /** Those of them that take the route's kind and namespace. */
  readonly allowing: readonly Listener[];
  /** Those of them that have one of its hosts: the route serves there. */
  readonly attached: readonly Listener[];
}

/** Every reference of a route to a Gateway or ListenerSet. */
export const attachmentsOf = memo((cluster): readonly Attachment[] => find(cluster));

function find(cluster: ClusterView): Attachment[] {
  const byOwner = listenersByOwner(cluster);
  const attachments: Attachment[] = [];
  for (const kind of ROUTES) {
    for (const route of cluster.ofKind(kind)) {
      for (const [index, ref] of items(routeSpec(route).parentRefs).entries()) {
        // A Service as parent is a mesh's.
        if (!['Gateway', 'ListenerSet'].includes(ref.kind ?? 'Gateway')) continue;
        attachments.push(attach(cluster, byOwner, route, ref, `spec.parentRefs[${index}]`));
      }
    }
  }
  return attachments;
}

function attach(
  cluster: ClusterView,
  byOwner: ReadonlyMap<Entry, readonly Listener[]>,
  route: Entry,
  ref: ParentRef,
  at: string,
): Attachment {
  const { kind, metadata } = route.object;
  const parent = parentAt(cluster, ref, ref.namespace ?? metadata.namespace);
  const listeners = (parent && byOwner.get(parent)) ?? [];
  const named = listeners.filter(
    ({ name, port }) =>
      (ref.sectionName === undefined || ref.sectionName === name) && (ref.port === undefined || ref.port === port),
  );
  const allowing = named.filter(
    (listener) => kindsOf(listener).includes(kind) && admits(cluster, listener, metadata.namespace ?? '') !== false,
  );
  const { hostnames = [] } = routeSpec(route);
  const attached = allowing.filter(
    ({ hostname }) => hostnames.length === 0 || hostnames.some((host) => intersect(hostname, host)),
  );
  return { route, ref, at, parent, named, allowing, attached };
}
