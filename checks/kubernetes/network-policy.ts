import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import type { LabelSelector, NetworkPolicySpec } from '../../imports/k8s';
import type { ClusterView } from '../cluster-view';
import type { FieldProblem } from '../fields';
import { isEmptySelector } from '../label-selector';
import type { Pods } from '../pod-specs';
import type { Rule } from '../rule';
import { podsSelected } from '../selected-pods';
import { specOf } from '../spec-of';
import { hasChart } from '../unseen';
import { violation } from '../violation';
import { asksInVain } from './probe-port';

export const networkPolicy: Rule = {
  id: 'kubernetes/network-policy',
  holds: 'a NetworkPolicy is for Pods that there are, and opens ports that they have',
  category: 'reference',
  effect: 'It opens or shuts nothing of what it is for, and nothing reports it.',
  source: 'kubernetes v1.36, networking.k8s.io/v1: NetworkPolicySpec; pkg/apis/networking/validation',
  check(cluster, report) {
    for (const entry of cluster.ofKind('networking.k8s.io/NetworkPolicy')) {
      for (const problem of problemsOf(cluster, entry)) report(entry, violation(entry, problem));
    }
  },
};

function* problemsOf(cluster: ClusterView, entry: Entry): Iterable<FieldProblem> {
  const { namespace } = entry.object.metadata;
  const { podSelector, ingress = [] } = specOf<NetworkPolicySpec>(entry);
  const own = podsSelected(cluster, namespace, podSelector);
  const isSeen = !hasChart(cluster, namespace);
  if (own.length === 0 && isSeen && !isEmptySelector(podSelector) && isReadable(podSelector)) {
    const what = `is for Pods with ${shown(podSelector)}, and no workload in ${namespace} has these labels`;
    yield { at: 'spec.podSelector', what, fix: 'Select the labels of a workload.' };
  }
  if (own.length === 0 || !isSeen) return;
  for (let i = 0; i < ingress.length; i++) {
    for (const { port } of ingress[i]?.ports ?? []) {
      if (typeof port !== 'string') continue;
      const names = own.flatMap(portNames);
      // Where their own probes lack it too, kubernetes/probe-port tells.
      if (names.includes(port) || own.some((pods) => asksInVain(pods, port))) continue;
      const what = `opens port "${port}", which none of its Pods has${didYouMean(port, names)}`;
      yield { at: `spec.ingress[${i}].ports`, what, fix: 'Name a port of the containers, or give its number.' };
    }
  }
}

const portNames = ({ containers }: Pods) =>
  containers.flatMap(({ container }) => (container.ports ?? []).flatMap(({ name }) => name ?? []));

/** A selector in one line. */
const shown = ({ matchLabels = {}, matchExpressions = [] }: LabelSelector = {}) =>
  [
    ...Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`),
    ...matchExpressions.map(({ key, operator, values = [] }) => [key, operator, values.join('|')].join(' ').trim()),
  ].join(', ');

/** What is no operator is told by kubernetes/selector-syntax. */
const isReadable = ({ matchExpressions = [] }: LabelSelector = {}) =>
  matchExpressions.every(({ operator }) => ['In', 'NotIn', 'Exists', 'DoesNotExist'].includes(operator));
