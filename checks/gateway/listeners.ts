import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import { groupBy } from '../group-by';
import { selects } from '../label-selector';
import { memo } from '../memo';
import { GATEWAY, gatewaySpec, items, LISTENER_SET, type ListenerShape, type Reference } from './shapes';

/** A listener of a Gateway or ListenerSet. */
export interface Listener extends ListenerShape {
  /** The object that it stands in. */
  readonly owner: Entry;
  /** Where it stands, for messages: `listener "https" of Gateway edge/edge`. */
  readonly label: string;
  /** The Gateway that serves it, if it is in the cluster. */
  readonly gateway: Entry | undefined;
}

/** Every listener of the cluster. Many rules ask, so what was found is kept. */
export const listenersOf = memo((cluster): readonly Listener[] => find(cluster));

function find(cluster: ClusterView): Listener[] {
  const listeners: Listener[] = [];
  for (const kind of [GATEWAY, LISTENER_SET]) {
    for (const owner of cluster.ofKind(kind)) {
      const gateway = kind === GATEWAY ? owner : parentOf(cluster, owner);
      for (const shape of items(gatewaySpec(owner).listeners))
        listeners.push({ ...shape, owner, gateway, label: `listener "${shape.name}"` });
    }
  }
  return listeners;
}

/** The Gateway that a ListenerSet adds to. */
export function parentOf(cluster: ClusterView, set: Entry): Entry | undefined {
  const { parentRef } = gatewaySpec(set);
  const namespace = parentRef?.namespace ?? set.object.metadata.namespace;
  return parentRef?.name === undefined ? undefined : cluster.find(GATEWAY, namespace, parentRef.name);
}

/** The Gateway or ListenerSet that a reference names. @param namespace the one that it means */
export function parentAt(cluster: ClusterView, ref: Reference, namespace: string | undefined): Entry | undefined {
  return cluster.find(ref.kind === 'ListenerSet' ? LISTENER_SET : GATEWAY, namespace, ref.name ?? '');
}

/** What a listener that is not programmed does to its owner's conditions. */
export const unprogrammed = ({ object }: Entry): readonly { readonly reason: string }[] => [
  { reason: 'Invalid' },
  ...(object.kind === 'ListenerSet' ? [{ reason: 'ListenersNotValid' }] : []),
];

/** Listeners by owner. */
export function listenersByOwner(cluster: ClusterView): Map<Entry, Listener[]> {
  return groupBy(listenersOf(cluster), (listener) => listener.owner);
}

/** The kinds of routes that a protocol can serve. */
export const KINDS_BY_PROTOCOL: Readonly<Record<string, readonly string[]>> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TLS: ['TLSRoute', 'TCPRoute'],
  TCP: ['TCPRoute'],
  UDP: ['UDPRoute'],
};

/** The kinds of routes that a listener takes. A TLS listener that passes through takes no TCPRoute. */
export function kindsOf({ protocol = '', tls, allowedRoutes }: ListenerShape): readonly string[] {
  const possible = (KINDS_BY_PROTOCOL[protocol] ?? []).filter(
    (kind) => !(kind === 'TCPRoute' && protocol === 'TLS' && tls?.mode === 'Passthrough'),
  );
  const said = allowedRoutes?.kinds?.map(({ kind }) => kind);
  return said?.length ? possible.filter((kind) => said.includes(kind)) : possible;
}

/** Whether a listener lets a namespace's routes in; undefined where the namespace's labels are not known. */
export function admits(cluster: ClusterView, listener: Listener, namespace: string): boolean | undefined {
  return isAdmitted(cluster, listener.allowedRoutes?.namespaces, listener.owner.object.metadata.namespace, namespace);
}

type Namespaces = NonNullable<ListenerShape['allowedRoutes']>['namespaces'];

/** @param home the namespace of who admits */
export function isAdmitted(
  cluster: ClusterView,
  namespaces: Namespaces,
  home: string | undefined,
  namespace: string,
  fallback = 'Same',
): boolean | undefined {
  const { from = fallback, selector } = namespaces ?? {};
  if (from === 'All') return true;
  if (from === 'None') return false;
  if (from === 'Same') return namespace === home;
  const own = { 'kubernetes.io/metadata.name': namespace };
  const object = cluster.find('Namespace', undefined, namespace)?.object;
  if (selects(selector, { ...object?.metadata.labels, ...own })) return true;
  // Labels of a namespace that is made elsewhere are not known.
  return object ? false : undefined;
}
