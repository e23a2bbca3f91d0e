import type { ClusterView } from './cluster-view';

/** Computes something of a cluster once, however many rules ask for it. */
export function memo<T>(compute: (cluster: ClusterView) => T): (cluster: ClusterView) => T {
  const known = new WeakMap<ClusterView, { readonly value: T }>();
  return (cluster) => {
    const found = known.get(cluster) ?? { value: compute(cluster) };
    known.set(cluster, found);
    return found.value;
  };
}
