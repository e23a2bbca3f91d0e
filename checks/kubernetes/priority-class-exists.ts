import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';
import { hasCharts } from '../unseen';

const CLASS = 'scheduling.k8s.io/PriorityClass';

/** Kubernetes' own. */
const OWN = ['system-cluster-critical', 'system-node-critical'];

export const priorityClassExists: Rule = {
  id: 'kubernetes/priority-class-exists',
  category: 'reference',
  effect: 'No Pod is ever created: "no PriorityClass with name … was found" in the events, and nowhere else.',
  source: 'kubernetes v1.36, plugin/pkg/admission/priority',
  check(cluster, report) {
    const known = [...cluster.names(CLASS), ...OWN, ...(cluster.facts.externals?.priorityClasses ?? [])];
    for (const { entry, spec, at } of podsOf(cluster)) {
      const name = spec.priorityClassName;
      // A chart may bring classes.
      if (!name || known.includes(name) || hasCharts(cluster)) continue;
      report(entry, {
        message: `${describe(entry.object)} is of the PriorityClass "${name}", which nothing makes.${didYouMean(name, known)}`,
        fix: 'Create it, or list it under `externals.priorityClasses`.',
        section: `${at}.priorityClassName`,
      });
    }
  },
};
