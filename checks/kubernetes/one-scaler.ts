import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import { type Fields, mapAt, textAt } from '../fields';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';

export const oneScaler: Rule = {
  id: 'kubernetes/one-scaler',
  holds: 'a workload has one autoscaler',
  effect: 'Neither scales: ScalingActive=False, AmbiguousSelector; or they set the number in turn.',
  source: 'kubernetes v1.36, pkg/controller/podautoscaler/horizontal.go: AmbiguousSelector',
  check(cluster, report) {
    const first = new Map<string, Entry>();
    for (const entry of cluster.ofKind('autoscaling/HorizontalPodAutoscaler')) {
      const ref = mapAt(specOf<Fields>(entry), 'scaleTargetRef');
      const target = `${textAt(ref, 'kind')} "${textAt(ref, 'name')}"`;
      const key = `${entry.object.metadata.namespace}/${target}`;
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, entry);
        continue;
      }
      report(entry, {
        message: `${describe(entry.object)} scales ${target}, which ${describe(other.object)} scales.`,
        fix: 'Put the metrics of both into one.',
        section: 'spec.scaleTargetRef',
      });
    }
  },
};
