import { describe } from '../../fleet/object';
import { selects } from '../label-selector';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';

export const topologySpread: Rule = {
  id: 'kubernetes/topology-spread',
  holds: 'Pods that are spread count themselves',
  severity: 'warning',
  effect: 'Nothing is spread: the scheduler counts other Pods, and these may all be on one node.',
  source: 'kubernetes v1.36, pkg/scheduler/framework/plugins/podtopologyspread',
  check(cluster, report) {
    for (const { entry, spec, labels, at } of podsOf(cluster)) {
      for (const [i, constraint] of (spec.topologySpreadConstraints ?? []).entries()) {
        if (constraint.labelSelector === undefined || selects(constraint.labelSelector, labels)) continue;
        report(entry, {
          message: `${describe(entry.object)} is spread over ${constraint.topologyKey} by labels that its Pods do not have.`,
          fix: 'Select the labels of its own Pods.',
          section: `${at}.topologySpreadConstraints[${i}].labelSelector`,
        });
      }
    }
  },
};
