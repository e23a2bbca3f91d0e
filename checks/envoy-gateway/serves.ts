import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import { attachmentsOf } from '../gateway/attachments';
import { isEnvoys } from './settings';

/** Whether all of a route's Gateways are Envoy Gateway's; a route without any is nobody's. */
export function servedByEnvoy(cluster: ClusterView, route: Entry): boolean {
  const parents = attachmentsOf(cluster).flatMap((a) => (a.route === route && a.parent ? [a.parent] : []));
  return parents.length > 0 && parents.every((parent) => isEnvoys(cluster, parent));
}
