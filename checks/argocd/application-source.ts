import { describe } from '../../fleet/object';
import type { ApplicationSpec } from '../../imports/argoproj.io';
import type { Rule } from '../rule';
import { goDurationFix, isGoDuration } from '../syntax/duration';

export const applicationSource: Rule = {
  id: 'argocd/application-source',
  holds: 'an application has something in it, one destination, and durations that parse',
  effect: 'Argo CD cannot render the application: ComparisonError or InvalidSpecError, and nothing is synced.',
  source:
    'Argo CD v3.5.1, util/argo/argo.go: ValidateRepo; reposerver/repository; pkg/apis/application/v1alpha1/types.go: RetryStrategy',
  check(cluster, report) {
    for (const application of cluster.model.applications) {
      if (application.helm || application.objects.length > 0) continue;
      const entry = cluster.applicationObject(application.name);
      if (!entry) continue;
      report(entry, {
        message: `Application ${application.name} contains nothing, so its folder will not exist.`,
        fix: 'Create something below it, or take it away.',
      });
    }
    for (const entry of cluster.ofKind('argoproj.io/Application')) {
      const spec = (entry.object['spec'] ?? {}) as ApplicationSpec;
      const { name, server } = spec.destination ?? {};
      if ((name === undefined) === (server === undefined)) {
        report(entry, {
          message: `${describe(entry.object)} names ${name === undefined ? 'no destination' : 'both a destination name and a server'}.`,
          fix: 'Name the cluster by `name` or by `server`, one of the two.',
          section: 'spec.destination',
        });
      }
      const { backoff } = spec.syncPolicy?.retry ?? {};
      for (const [field, value] of Object.entries({ duration: backoff?.duration, maxDuration: backoff?.maxDuration })) {
        if (value === undefined || isGoDuration(value) || /^[0-9]+$/.test(value)) continue;
        report(entry, {
          message: `${describe(entry.object)}: "${value}" in retry.backoff.${field} is no duration.`,
          fix: `Write ${goDurationFix(value)}.`,
          section: `spec.syncPolicy.retry.backoff.${field}`,
        });
      }
    }
  },
};
