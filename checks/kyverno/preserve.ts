import type { Rule } from '../rule';

export const preserve: Rule = {
  id: 'kyverno/preserve',
  holds: 'the chart’s `config.preserve` is off',
  severity: 'warning',
  effect: 'Argo CD is never done deleting Kyverno: the chart keeps its ConfigMap, which Argo CD takes for its own.',
  source: 'Kyverno v1.19.0, charts/kyverno/values.yaml: config.preserve; Kyverno documentation, Argo CD',
  check(cluster, report) {
    for (const application of cluster.model.applications) {
      const { helm, name } = application;
      if (helm?.chart !== 'kyverno') continue;
      const { config } = helm.values as { config?: { preserve?: boolean } };
      const entry = cluster.applicationObject(name);
      if (config?.preserve === false || !entry) continue;
      report(entry, {
        message: `Application ${name} installs Kyverno with config.preserve.`,
        fix: '`config: { preserve: false }` in the chart’s values.',
        section: 'spec.source.helm.valuesObject.config.preserve',
      });
    }
  },
};
