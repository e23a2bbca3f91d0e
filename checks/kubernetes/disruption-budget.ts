import { describe } from '../../fleet/object';
import type { LabelSelector } from '../../imports/k8s';
import type { ClusterView } from '../cluster-view';
import type { Fields } from '../fields';
import { isEmptySelector } from '../label-selector';
import type { Rule, Violation } from '../rule';
import { podsSelected } from '../selected-pods';
import { specOf } from '../spec-of';
import { hasChart } from '../unseen';

interface Spec {
  readonly selector?: LabelSelector;
  readonly minAvailable?: number | string;
  readonly maxUnavailable?: number | string;
}

export const disruptionBudget: Rule = {
  id: 'kubernetes/disruption-budget',
  holds: 'a PodDisruptionBudget is for Pods that there are, by one bound, and lets one of them go',
  category: 'reference',
  effect: 'It protects nothing: a drain takes all Pods at once.',
  source: 'kubernetes v1.36, pkg/controller/disruption; pkg/apis/policy/validation',
  check(cluster, report) {
    for (const entry of cluster.ofKind('policy/PodDisruptionBudget')) {
      const problem = problemOf(cluster, entry.object.metadata.namespace, specOf(entry));
      if (!problem) continue;
      report(entry, { ...problem, message: `${describe(entry.object)} ${problem.message}` });
    }
  },
};

function problemOf(cluster: ClusterView, namespace: string | undefined, spec: Spec): Violation | undefined {
  const { selector, minAvailable, maxUnavailable } = spec;
  if ((minAvailable === undefined) === (maxUnavailable === undefined)) {
    const said = minAvailable === undefined ? 'neither minAvailable nor' : 'both minAvailable and';
    const effect = minAvailable === undefined ? 'It protects nothing.' : 'The API server refuses it.';
    return { message: `says ${said} maxUnavailable.`, fix: 'Say one of the two.', section: 'spec', effect };
  }
  const there = podsSelected(cluster, namespace, selector);
  if (there.length === 0) {
    if (hasChart(cluster, namespace) || isEmptySelector(selector)) return undefined;
    const message = 'is for Pods that no workload of its namespace makes.';
    return { message, fix: 'Select the labels of a workload.', section: 'spec.selector' };
  }
  const replicas = there.reduce((sum, { entry }) => sum + Number(specOf<Fields>(entry)['replicas'] ?? 1), 0);
  const never =
    maxUnavailable === 0 || maxUnavailable === '0%' || minAvailable === '100%' || Number(minAvailable) >= replicas;
  if (!never) return undefined;
  return {
    message: `never lets one of its ${replicas} ${replicas === 1 ? 'Pod' : 'Pods'} go.`,
    fix: 'Let at least one be unavailable, or have one more replica.',
    section: 'spec',
    severity: 'warning',
    effect: 'A drain of the node waits for ever; so does an upgrade of the cluster.',
  };
}
