import { AppProject } from '../../imports/argoproj.io';
import type { ArgoCdInstance } from '../argo-cd-instance';
import type { ApplicationModel, AppProjectModel, ClusterModel, Entry } from '../model';
import { type GroupKind, groupKind, type KubeObject, splitGroupKind } from '../object';
import { SYNC_OPTIONS, SYNC_WAVE } from './annotations';
import type { ApplicationGraph } from './graph';
import { isStatefulApplication } from './protection';
import { PROTECTED_KINDS } from './stateful-kinds';
import { kindsOf, namespacesOf } from './uses';
import { withoutZeroValues } from './zero-values';

/** AppProjects come before every Application. */
function projectWave(graph: ApplicationGraph): string {
  return String(Math.min(-20, Math.min(0, ...graph.waves.values()) - 1));
}

/** The AppProject object, with allow-lists of exactly what its applications use. */
export function projectObject(
  project: AppProjectModel,
  model: ClusterModel,
  argocd: ArgoCdInstance,
  graph: ApplicationGraph,
): Entry {
  const applications = model.applications.filter((a) => a.project === project.name);
  const kinds = union(applications.map(kindsOf), project.keep.kinds);
  const clusterScoped = kinds.filter((kind) => model.scopes.isNamespaced(kind) === false);
  const namespaced = kinds.filter((kind) => model.scopes.isNamespaced(kind) !== false);
  const object = AppProject.manifest({
    metadata: {
      name: `${argocd.prefix}${project.name}`,
      namespace: argocd.namespace,
      annotations: {
        [SYNC_WAVE]: projectWave(graph),
        // An application that outlives its removal from git still needs its project.
        ...(applications.some(isStatefulApplication) ? { [SYNC_OPTIONS]: 'Prune=false' } : {}),
      },
    },
    spec: {
      ...(project.description ? { description: project.description } : {}),
      sourceRepos: sorted(applications.flatMap((a) => repositoriesOf(a, model))),
      destinations: union(applications.map(namespacesOf), project.keep.namespaces).map((namespace) => ({
        ...argocd.destination,
        namespace,
      })),
      // No list means none for cluster-scoped kinds, but all for namespaced ones.
      ...(clusterScoped.length > 0
        ? { clusterResourceWhitelist: clusterScoped.flatMap((kind) => allowed(kind, applications, project)) }
        : {}),
      ...(namespaced.length > 0
        ? { namespaceResourceWhitelist: namespaced.map(splitGroupKind) }
        : { namespaceResourceBlacklist: [{ group: '*', kind: '*' }] }),
      ...(project.roles.length > 0 ? { roles: withoutZeroValues([...project.roles]) } : {}),
      ...(project.syncWindows.length > 0 ? { syncWindows: withoutZeroValues([...project.syncWindows]) } : {}),
    },
  }) as KubeObject;
  return { object, application: undefined, path: project.path };
}

/**
 * A cluster-scoped kind on the allow-list. What is never pruned is allowed by name (Argo CD 3.3 and later), so that a
 * project of games cannot touch the namespace of another; all else by kind, since Argo CD prunes only what is allowed.
 */
function allowed(kind: GroupKind, applications: readonly ApplicationModel[], project: AppProjectModel) {
  const { group, kind: name } = splitGroupKind(kind);
  const whole = project.keep.kinds?.includes(kind) || applications.some((a) => bringsUnseen(a, kind));
  if (whole || !PROTECTED_KINDS.has(kind)) return [{ group, kind: name }];
  const names: string[] = [];
  for (const { objects } of applications) {
    for (const { object } of objects) {
      if (object.kind === name && groupKind(object.apiVersion, object.kind) === kind) names.push(object.metadata.name);
    }
  }
  return sorted(names).map((object) => ({ group, kind: name, name: object }));
}

/** Whether an application has objects of a kind whose names are not known here. */
function bringsUnseen({ declares, syncOptions }: ApplicationModel, kind: GroupKind): boolean {
  if (declares.kinds?.includes(kind)) return true;
  if (kind === 'Namespace') return syncOptions.includes('CreateNamespace=true');
  return kind === 'apiextensions.k8s.io/CustomResourceDefinition' && (declares.crds ?? []).length > 0;
}

function repositoriesOf(application: ApplicationModel, model: ClusterModel): string[] {
  const { helm, objects } = application;
  const git = !helm || objects.length > 0 || helm.valueFiles.length > 0 ? [model.repository] : [];
  return helm ? [helm.repository, ...git] : git;
}

function union(sets: readonly ReadonlySet<string>[], more: readonly string[] = []): string[] {
  const all = new Set(more);
  for (const set of sets) for (const item of set) all.add(item);
  return [...all].sort();
}

const sorted = (names: readonly string[]) => [...new Set(names)].sort();
