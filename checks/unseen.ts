import type { ClusterView } from './cluster-view';
import { memo } from './memo';

/** Whether a chart is installed into a namespace: what it makes there besides what it declares, nobody sees here. */
export function hasChart(cluster: ClusterView, namespace: string | undefined): boolean {
  return chartNamespaces(cluster).has(namespace ?? '');
}

/** Whether any chart is installed: it may make objects of the whole cluster. */
export const hasCharts = (cluster: ClusterView): boolean => chartNamespaces(cluster).size > 0;

const chartNamespaces = memo(
  (cluster) => new Set(cluster.model.applications.filter(({ helm }) => helm !== undefined).map((a) => a.namespace)),
);
