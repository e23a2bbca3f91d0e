import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe, groupKind } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { type FieldProblem, type Fields, isMap, listAt, mapAt, textAt } from '../fields';
import { podTemplateOf } from '../pod-specs';
import type { Rule, Violation } from '../rule';
import { specOf } from '../spec-of';
import { hasChart } from '../unseen';
import { violation } from '../violation';

const AUTOSCALER = 'autoscaling/HorizontalPodAutoscaler';

export const scaleTarget: Rule = {
  id: 'kubernetes/scale-target',
  holds:
    'an autoscaler scales a workload that is there, whose number is not in git and whose Pods request what it looks at',
  category: 'reference',
  effect: 'Nothing is scaled: AbleToScale or ScalingActive is False (FailedGetScale, FailedGetResourceMetric).',
  source: 'kubernetes v1.36, pkg/controller/podautoscaler; pkg/apis/autoscaling/validation',
  check(cluster, report) {
    for (const entry of cluster.ofKind(AUTOSCALER)) {
      for (const problem of problemsOf(cluster, entry, specOf(entry))) report(entry, violation(entry, problem));
    }
  },
};

type Problem = FieldProblem & Pick<Violation, 'severity' | 'effect'>;

function* problemsOf(cluster: ClusterView, entry: Entry, spec: Fields): Iterable<Problem> {
  const { namespace } = entry.object.metadata;
  const ref = mapAt(spec, 'scaleTargetRef');
  const kind = textAt(ref, 'kind');
  const name = textAt(ref, 'name');
  const target = groupKind(textAt(ref, 'apiVersion') || 'apps/v1', kind);
  const found = cluster.find(target, namespace, name);
  const { minReplicas: least = 1, maxReplicas: most } = spec;
  if (typeof least === 'number' && typeof most === 'number' && least > most) {
    const what = `wants at least ${least} and at most ${most} replicas`;
    yield {
      at: 'spec.minReplicas',
      what,
      fix: 'Let the least be no more than the most.',
      effect: 'The API server refuses it.',
    };
  }
  if (!found) {
    // Charts and custom resources make workloads that nobody sees here.
    if (hasChart(cluster, namespace) || !['apps/Deployment', 'apps/StatefulSet'].includes(target)) return;
    const what = `scales ${kind} "${name}", which nothing makes in ${namespace}${didYouMean(name, cluster.names(target, namespace))}`;
    yield { at: 'spec.scaleTargetRef', what, fix: 'Name a workload of the same namespace.' };
    return;
  }
  if (specOf<Fields>(found)['replicas'] !== undefined) {
    const what = `scales ${describe(found.object)}, whose replicas stand in git`;
    const effect = 'Argo CD sets the number back at every sync.';
    yield {
      at: 'spec.scaleTargetRef',
      what,
      fix: 'Leave `replicas` out of the workload.',
      severity: 'warning',
      effect,
    };
  }
  const metrics = listAt(spec, 'metrics');
  for (let i = 0; i < metrics.length; i++) {
    const problem = requestProblem(found, metrics[i]);
    if (problem) yield { at: `spec.metrics[${i}]`, ...problem };
  }
}

/** A share of what Pods request is of nothing where they request nothing. */
function requestProblem(target: Entry, metric: unknown): Omit<Problem, 'at'> | undefined {
  const resource = isMap(metric) ? mapAt(metric, 'resource') : undefined;
  if (textAt(mapAt(resource, 'target'), 'type') !== 'Utilization') return undefined;
  const name = textAt(resource, 'name');
  const without = podTemplateOf(target.object)?.spec.containers?.find(
    ({ resources }) => resources?.requests?.[name] === undefined && resources?.limits?.[name] === undefined,
  );
  if (!without) return undefined;
  const what = `scales ${describe(target.object)} by its share of ${name}, and the container "${without.name}" requests none`;
  return { what, fix: `Let every container request ${name}.` };
}
