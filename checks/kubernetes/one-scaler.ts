import { describe } from '../../fleet/object';
import { type Fields, mapAt, textAt } from '../fields';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';

export const oneScaler: Rule = {
  id: 'kubernetes/one-scaler',
  holds: 'a workload has one autoscaler',
  effect: 'Neither scales: ScalingActive=False, AmbiguousSelector; or they set the number in turn.',
  source: 'kubernetes v1.36, pkg/controller/podautoscaler/horizontal.go: AmbiguousSelector',
  check(cluster, report) {
    const scalers = [...cluster.ofKind('autoscaling/HorizontalPodAutoscaler')];
    const targetOf = (entry: (typeof scalers)[number]) => {
      const ref = mapAt(specOf<Fields>(entry), 'scaleTargetRef');
      return `${entry.object.metadata.namespace}/${textAt(ref, 'kind')} "${textAt(ref, 'name')}"`;
    };
    for (const [target, [first, ...others]] of groupBy(scalers, targetOf)) {
      for (const other of others) {
        report(other, {
          message: `${describe(other.object)} scales ${target.split('/')[1]}, which ${first ? describe(first.object) : 'another'} scales.`,
          fix: 'Put the metrics of both into one.',
          section: 'spec.scaleTargetRef',
        });
      }
    }
  },
};
