import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { applicationsOf, argoCdNamespace, DEFAULT_PROJECT, PROJECT } from './project-of';

export const projectExists: Rule = {
  id: 'argocd/project-exists',
  holds: 'an Application’s project is in Argo CD’s namespace',
  category: 'reference',
  effect: 'The Application is InvalidSpecError, and nothing of it is synced.',
  source: 'Argo CD v3.5.1, util/argo/argo.go: GetAppProject; AppProjects are looked up in Argo CD’s namespace',
  check(cluster, report) {
    for (const { entry, spec, project } of applicationsOf(cluster)) {
      const { project: name = '' } = spec;
      if (project || name === '' || name === DEFAULT_PROJECT) continue;
      // An application with another cluster's project was told when it was made.
      const { applications, argocd } = cluster.model;
      if (applications.some((application) => `${argocd?.prefix ?? ''}${application.project}` === name)) continue;
      const home = argoCdNamespace(cluster);
      const elsewhere = [...cluster.ofKind(PROJECT)].find(({ object }) => object.metadata.name === name);
      report(entry, {
        message: elsewhere
          ? `${describe(entry.object)} is in the project "${name}", which is in ${elsewhere.object.metadata.namespace} and not in ${home}.`
          : `${describe(entry.object)} is in the project "${name}", which is not here.${didYouMean(name, cluster.names(PROJECT, home))}`,
        fix: `Make the AppProject in ${home}, Argo CD’s namespace.`,
        section: 'spec.project',
      });
    }
  },
};
