import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import { type Fields, textAt } from '../fields';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';

export const governingService: Rule = {
  id: 'kubernetes/governing-service',
  holds: 'the Service of a StatefulSet is there',
  severity: 'warning',
  category: 'reference',
  effect: 'Its Pods have no names in DNS: web-0.web is found by nobody.',
  source: 'kubernetes v1.36, apps/v1: StatefulSetSpec.serviceName',
  check(cluster, report) {
    for (const entry of cluster.ofKind('apps/StatefulSet')) {
      const { namespace } = entry.object.metadata;
      const name = textAt(specOf<Fields>(entry), 'serviceName');
      if (!name || cluster.find('Service', namespace, name) || cluster.hasService(namespace ?? '', name)) continue;
      report(entry, {
        message: `${describe(entry.object)} is governed by the Service "${name}", which nothing makes in ${namespace}.${didYouMean(name, cluster.names('Service', namespace))}`,
        fix: 'Create it with `clusterIP: None`.',
        section: 'spec.serviceName',
      });
    }
  },
};
