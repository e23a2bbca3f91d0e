import type { Entry } from '../../fleet/model';
import { describe, groupOf } from '../../fleet/object';
import type { AppProjectSpec } from '../../imports/argoproj.io';
import type { Rule } from '../rule';
import { globMatches } from '../syntax/glob';
import { applicationsOf, type InProject } from './project-of';

const TRACKING = 'argocd.argoproj.io/tracking-id';

export const projectKinds: Rule = {
  id: 'argocd/project-kinds',
  holds: 'what an Application makes is of kinds that its project permits',
  category: 'reference',
  effect: 'The sync fails: the resource is not permitted in the project.',
  source: 'Argo CD v3.5.1, pkg/apis/application/v1alpha1/app_project_types.go: IsGroupKindNamePermitted',
  check(cluster, report) {
    const applications = new Map<string, InProject>();
    for (const application of applicationsOf(cluster)) {
      const { entry, spec, project } = application;
      applications.set(entry.object.metadata.name, application);
      const makesNamespace = spec.syncPolicy?.syncOptions?.includes('CreateNamespace=true');
      const { namespace = '' } = spec.destination ?? {};
      if (!makesNamespace || !project || isPermitted(project.spec, '', 'Namespace', namespace, false)) continue;
      report(entry, {
        message: `${describe(entry.object)} creates the Namespace "${namespace}", a kind that its project does not permit.`,
        fix: 'Add `{ group: "", kind: Namespace }` to the project’s clusterResourceWhitelist.',
        section: 'spec.syncPolicy.syncOptions',
      });
    }
    for (const entry of cluster.annotated) {
      const project = applications.get(applicationOf(entry) ?? '')?.project;
      if (!project) continue;
      const { apiVersion, kind, metadata } = entry.object;
      const isNamespaced = metadata.namespace !== undefined;
      if (isPermitted(project.spec, groupOf(apiVersion), kind, metadata.name, isNamespaced)) continue;
      report(entry, {
        message: `${describe(entry.object)} is of a kind that the project "${project.entry.object.metadata.name}" does not permit.`,
        fix: `Change the project’s ${isNamespaced ? 'namespace' : 'cluster'}ResourceWhitelist or its blacklist.`,
        section: 'kind',
      });
    }
  },
};

/** The application that Argo CD says an object is of: `<application>:<group>/<kind>:<namespace>/<name>`. */
function applicationOf({ object }: Entry): string | undefined {
  const id = object.metadata.annotations?.[TRACKING];
  return id?.slice(0, id.indexOf(':')).split('_').at(-1);
}

interface Item {
  readonly group?: string;
  readonly kind?: string;
  readonly name?: string;
}

function isPermitted(
  project: Partial<AppProjectSpec>,
  group: string,
  kind: string,
  name: string,
  isNamespaced: boolean,
): boolean {
  const isIn = (list: readonly Item[] = []) =>
    list.some(
      (item) =>
        globMatches(item.kind ?? '', kind) &&
        globMatches(item.group ?? '', group) &&
        (isNamespaced || !item.name || globMatches(item.name, name)),
    );
  if (isNamespaced) {
    const { namespaceResourceWhitelist: white, namespaceResourceBlacklist: black } = project;
    return (white === undefined || isIn(white)) && !isIn(black);
  }
  return isIn(project.clusterResourceWhitelist) && !isIn(project.clusterResourceBlacklist);
}
