import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import { memo } from '../memo';
import { type BackendRef, items, ROUTES, routeSpec } from './shapes';

/** A route's reference to a backend: of a rule, or of a filter that mirrors. */
export interface Backend {
  readonly route: Entry;
  readonly ref: BackendRef;
  /** Where it stands. */
  readonly at: string;
  readonly namespace: string;
  /** The Service that it names, if it is one of the cluster's. */
  readonly service: Entry | undefined;
  readonly isService: boolean;
}

/** Every backend of every route. */
export const backendsOf = memo((cluster): readonly Backend[] => find(cluster));

function find(cluster: ClusterView): Backend[] {
  const found: Backend[] = [];
  for (const kind of ROUTES) {
    for (const route of cluster.ofKind(kind)) {
      items(routeSpec(route).rules).forEach((rule, r) => {
        items(rule.backendRefs).forEach((ref, b) => {
          found.push(resolve(cluster, route, ref, `spec.rules[${r}].backendRefs[${b}]`));
        });
        items(rule.filters).forEach(({ requestMirror }, f) => {
          const ref = requestMirror?.backendRef;
          if (ref) found.push(resolve(cluster, route, ref, `spec.rules[${r}].filters[${f}].requestMirror`));
        });
      });
    }
  }
  return found;
}

function resolve(cluster: ClusterView, route: Entry, ref: BackendRef, at: string): Backend {
  const namespace = ref.namespace ?? route.object.metadata.namespace ?? '';
  const isService = (ref.kind ?? 'Service') === 'Service' && (ref.group ?? '') === '';
  const service = isService ? cluster.find('Service', namespace, ref.name ?? '') : undefined;
  return { route, ref, at, namespace, service, isService };
}
