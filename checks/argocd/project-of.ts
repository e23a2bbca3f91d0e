import type { Entry } from '../../fleet/model';
import type { ApplicationSpec, AppProjectSpec } from '../../imports/argoproj.io';
import type { ClusterView } from '../cluster-view';
import { specOf } from '../spec-of';

export const APPLICATION = 'argoproj.io/Application';
export const PROJECT = 'argoproj.io/AppProject';

/** Argo CD makes it itself, and lets it do everything. */
export const DEFAULT_PROJECT = 'default';

/** An Application, and its AppProject where that is written here. */
export interface InProject {
  readonly entry: Entry;
  readonly spec: Partial<ApplicationSpec>;
  readonly project: { readonly entry: Entry; readonly spec: Partial<AppProjectSpec> } | undefined;
}

/** The namespace of Argo CD, where all AppProjects are looked up. */
export function argoCdNamespace(cluster: ClusterView): string {
  return cluster.model.argocd?.namespace ?? 'argocd';
}

export function* applicationsOf(cluster: ClusterView): Iterable<InProject> {
  for (const entry of cluster.ofKind(APPLICATION)) {
    const spec = specOf<Partial<ApplicationSpec>>(entry);
    const found = cluster.find(PROJECT, argoCdNamespace(cluster), spec.project || DEFAULT_PROJECT);
    yield { entry, spec, project: found && { entry: found, spec: specOf(found) } };
  }
}

/** An Application's sources, one or several. */
export function sourcesOf({ source, sources, sourceHydrator }: Partial<ApplicationSpec>) {
  const dry = sourceHydrator?.drySource;
  return [...(sources?.length ? sources : source ? [source] : []), ...(dry ? [dry] : [])] as readonly Source[];
}

export interface Source {
  readonly repoURL?: string;
  readonly chart?: string;
  readonly ref?: string;
  readonly path?: string;
  readonly targetRevision?: string;
  readonly helm?: object;
  readonly kustomize?: object;
  readonly directory?: object;
  readonly plugin?: object;
}
