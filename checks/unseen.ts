import type { ApplicationModel } from '../fleet/model';
import type { ClusterView } from './cluster-view';
import { memo } from './memo';

/** Whether a chart is installed into a namespace: what it makes there besides what it declares, nobody sees here. */
export function hasChart(cluster: ClusterView, namespace: string | undefined): boolean {
  return chartNamespaces(cluster).has(namespace ?? '');
}

/** Whether any chart is installed: it may make objects of the whole cluster. */
export const hasCharts = (cluster: ClusterView): boolean => chartNamespaces(cluster).size > 0;

const chartNamespaces = memo((cluster) => {
  const charts = cluster.model.applications.filter((application) => isNamespaced(cluster, application));
  return new Set(charts.map(({ namespace }) => namespace));
});

/** A chart that says it brings definitions and what is of no namespace makes nothing in the one it is installed into. */
function isNamespaced({ scopes }: ClusterView, { helm, declares }: ApplicationModel): boolean {
  if (helm === undefined) return false;
  const { crds = [], kinds = [] } = declares;
  return crds.length === 0 || kinds.some((kind) => scopes.isNamespaced(kind));
}
