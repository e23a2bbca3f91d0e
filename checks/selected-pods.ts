import type { LabelSelector } from '../imports/k8s';
import type { ClusterView } from './cluster-view';
import { groupBy } from './group-by';
import { hasLabels, selects } from './label-selector';
import { memo } from './memo';
import { type Pods, podsOf, SELECTING } from './pod-specs';
import { specOf } from './spec-of';

type Labels = Readonly<Record<string, string>>;

/** The Pod templates of a namespace. */
export function podsIn(cluster: ClusterView, namespace: string | undefined): readonly Pods[] {
  return namespaces(cluster).get(namespace ?? '')?.all ?? [];
}

/** Those that have all these labels. */
export function podsWith(cluster: ClusterView, namespace: string | undefined, wanted: Labels): readonly Pods[] {
  return likely(cluster, namespace, wanted).filter(({ labels }) => hasLabels(labels, wanted));
}

/** Those that a selector takes. */
export function podsSelected(
  cluster: ClusterView,
  namespace: string | undefined,
  selector: LabelSelector | undefined,
): readonly Pods[] {
  const wanted = selector?.matchLabels ?? {};
  return likely(cluster, namespace, wanted).filter(({ labels }) => selects(selector, labels));
}

/** So few are looked at one by one. */
const FEW = 16;

/** Pods among which those with the labels are. */
function likely(cluster: ClusterView, namespace: string | undefined, wanted: Labels): readonly Pods[] {
  const there = namespaces(cluster).get(namespace ?? '');
  if (there === undefined || there.all.length <= FEW) return there?.all ?? [];
  let best = there.all;
  for (const key in wanted) {
    const list = there.labelled(`${key}=${wanted[key]}`);
    if (list.length < best.length) best = list;
  }
  return best;
}

/** A namespace's Pods; by their labels once somebody asks. */
class InNamespace {
  private byLabel: Map<string, Pods[]> | undefined;

  constructor(readonly all: readonly Pods[]) {}

  labelled(label: string): readonly Pods[] {
    if (this.byLabel === undefined) {
      const pairs = this.all.flatMap((pods) =>
        Object.entries(pods.labels).map(([k, v]) => ({ pods, label: `${k}=${v}` })),
      );
      const groups = [...groupBy(pairs, (pair) => pair.label)];
      this.byLabel = new Map(groups.map(([name, found]) => [name, found.map(({ pods }) => pods)]));
    }
    return this.byLabel.get(label) ?? [];
  }
}

const namespaces = memo((cluster): ReadonlyMap<string, InNamespace> => {
  const groups = groupBy(podsOf(cluster), ({ entry }) => entry.object.metadata.namespace ?? '');
  return new Map([...groups].map(([namespace, pods]) => [namespace, new InNamespace(pods.flatMap(asMeant))]));
});

/**
 * Where a workload does not select its own Pods, nobody knows which labels are meant: they are taken to have both.
 * kubernetes/selector-matches-template tells of it.
 */
function asMeant(pods: Pods): Pods[] {
  if (!SELECTING.has(pods.entry.object.kind)) return [pods];
  const { matchLabels } = specOf<{ selector?: LabelSelector }>(pods.entry).selector ?? {};
  return matchLabels === undefined || hasLabels(pods.labels, matchLabels)
    ? [pods]
    : [pods, { ...pods, labels: { ...pods.labels, ...matchLabels } }];
}
