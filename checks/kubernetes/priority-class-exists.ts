import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';

const CLASS = 'scheduling.k8s.io/PriorityClass';

/** Kubernetes' own. */
const OWN = ['system-cluster-critical', 'system-node-critical'];

export const priorityClassExists: Rule = {
  id: 'kubernetes/priority-class-exists',
  holds: 'a Pod’s PriorityClass is there',
  category: 'reference',
  effect: 'No Pod is ever created: "no PriorityClass with name … was found" in the events, and nowhere else.',
  source: 'kubernetes v1.36, plugin/pkg/admission/priority',
  check(cluster, report) {
    const known = [
      ...cluster.names(CLASS),
      ...OWN,
      ...(cluster.facts.externals?.priorityClasses ?? []),
      ...cluster.model.applications.flatMap(({ declares }) => declares.priorityClasses ?? []),
    ];
    for (const { entry, spec, at } of podsOf(cluster)) {
      const name = spec.priorityClassName;
      if (!name || known.includes(name)) continue;
      report(entry, {
        message: `${describe(entry.object)} is of the PriorityClass "${name}", which nothing makes.${didYouMean(name, known)}`,
        fix: 'Create it, or declare it by `external("PriorityClass", …)`.',
        section: `${at}.priorityClassName`,
      });
    }
  },
};
