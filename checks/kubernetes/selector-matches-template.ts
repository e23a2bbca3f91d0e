import { describe } from '../../fleet/object';
import type { LabelSelector } from '../../imports/k8s';
import { selects } from '../label-selector';
import { podsOf, SELECTING } from '../pod-specs';
import type { Rule } from '../rule';

export const selectorMatchesTemplate: Rule = {
  id: 'kubernetes/selector-matches-template',
  holds: 'a workload selects its own Pods',
  category: 'schema',
  effect: 'The API server refuses the workload: selector does not match template labels.',
  source: 'kubernetes v1.36, pkg/apis/apps/validation',
  check(cluster, report) {
    for (const { entry, labels } of podsOf(cluster)) {
      if (!SELECTING.has(entry.object.kind)) continue;
      const { selector } = (entry.object['spec'] ?? {}) as { selector?: LabelSelector };
      if (selects(selector, labels)) continue;
      report(entry, {
        message: `${describe(entry.object)}: its selector ${JSON.stringify(selector ?? {})} does not select the labels of its own Pods, ${JSON.stringify(labels)}.`,
        fix: 'Put the labels of the selector on spec.template.metadata.labels.',
        section: 'spec.selector',
      });
    }
  },
};
