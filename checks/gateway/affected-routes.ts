import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import { groupBy } from '../group-by';
import { memo } from '../memo';
import { backendsOf } from './backends';

/** Routes that send to an object, a rule's mirror too. @param group empty for Kubernetes' own */
export function routesTo(cluster: ClusterView, group: string, kind: string, namespace: string, name: string): Entry[] {
  return [
    ...new Set(
      byTarget(cluster)
        .get(`${group}/${kind}/${namespace}/${name}`)
        ?.map(({ route }) => route),
    ),
  ];
}

const byTarget = memo((cluster) =>
  groupBy(
    backendsOf(cluster),
    ({ ref, namespace }) => `${ref.group ?? ''}/${ref.kind ?? 'Service'}/${namespace}/${ref.name}`,
  ),
);
