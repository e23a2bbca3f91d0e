import { describe } from '../../fleet/object';
import { settingsOf } from '../policy/evaluation/filters';
import type { Rule } from '../rule';

export const exceptionsEnabled: Rule = {
  id: 'kyverno/exceptions-enabled',
  holds: 'Kyverno reads the exceptions, and those of this namespace',
  category: 'reference',
  effect: 'Kyverno does not read the exception: what it should let pass is refused.',
  source: 'Kyverno v1.19.0, charts/kyverno/values.yaml: features.policyExceptions',
  check(cluster, report) {
    const application = cluster.model.applications.find(({ helm }) => helm?.chart === 'kyverno');
    if (!application?.helm) return;
    const { exceptions } = settingsOf({ values: application.helm.values, namespace: application.namespace });
    for (const group of ['policies.kyverno.io', 'kyverno.io']) {
      for (const entry of cluster.ofKind(`${group}/PolicyException`)) {
        const { namespace = '' } = entry.object.metadata;
        if (exceptions === '*' || exceptions === namespace) continue;
        report(entry, {
          message:
            exceptions === undefined
              ? `${describe(entry.object)} is an exception, and the chart’s exceptions are off.`
              : `${describe(entry.object)} is in ${namespace}, and Kyverno reads exceptions of ${exceptions} only.`,
          fix: 'Set the chart’s `features.policyExceptions`: `{ enabled: true, namespace: "*" }`.',
          section: 'metadata.namespace',
        });
      }
    }
  },
};
