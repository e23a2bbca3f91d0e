import type { ClusterView } from '../cluster-view';
import type { Surroundings } from './evaluation/admission';

/** What policies may ask of a cluster: its Namespaces. Of other kinds it may have more than its manifests say. */
export const surroundingsOf = (cluster: ClusterView): Surroundings => ({
  namespace: (name) => cluster.find('Namespace', undefined, name)?.object,
});
