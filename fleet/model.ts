import type {
  ApplicationSpecIgnoreDifferences,
  AppProjectSpecRoles,
  AppProjectSpecSyncWindows,
} from '../imports/argoproj.io';
import type { ArgoCdInstance } from './argo-cd-instance';
import type { ClusterFacts, SyncMode } from './cluster';
import type { GroupKind, KubeObject } from './object';
import type { Scopes } from './scopes';

/**
 * A cluster as plain data: what derive, the checks and the writer see. Nothing here knows a construct.
 */
export interface ClusterModel {
  readonly name: string;
  readonly facts: ClusterFacts;
  readonly repository: string;
  readonly revision: string;
  /** The cluster's folder in the repository: `dist/oden`. */
  readonly folder: string;
  readonly argocd: ArgoCdInstance | undefined;
  readonly projects: readonly AppProjectModel[];
  readonly applications: readonly ApplicationModel[];
  readonly scopes: Scopes;
}

/** An application and the finished objects in it. */
export interface ApplicationModel {
  readonly name: string;
  /** The construct's path. */
  readonly path: string;
  readonly namespace: string;
  readonly project: string;
  readonly sync: SyncMode;
  readonly prune: boolean;
  /** Names of the applications that are synced before this one. */
  readonly dependsOn: readonly string[];
  /** Construct paths within it, each with one that must be there before. */
  readonly order: readonly (readonly [string, string])[];
  readonly ignoreDifferences: readonly ApplicationSpecIgnoreDifferences[];
  readonly syncOptions: readonly string[];
  readonly helm: HelmSource | undefined;
  readonly declares: Declared;
  readonly objects: Entry[];
}

/** An object, and where it came from. */
export interface Entry {
  readonly object: KubeObject;
  /** The application's name; undefined for what Argo CD itself needs (Applications, AppProjects). */
  readonly application: string | undefined;
  /** The construct's path. */
  readonly path: string;
}

/** An AppProject as written; its allow-lists follow from the applications in it. */
export interface AppProjectModel {
  readonly cluster: string;
  readonly name: string;
  readonly path: string;
  readonly description: string;
  readonly roles: readonly AppProjectSpecRoles[];
  readonly syncWindows: readonly AppProjectSpecSyncWindows[];
  readonly keep: ProjectKeep;
}

/** What an AppProject goes on allowing though nothing uses it any more. */
export interface ProjectKeep {
  readonly kinds?: readonly GroupKind[];
  readonly namespaces?: readonly string[];
}

/** A Helm chart at a pinned version. */
export interface HelmSource {
  /** `https://…`, or an OCI registry without a scheme. */
  readonly repository: string;
  readonly chart: string;
  readonly version: string;
  readonly releaseName: string;
  readonly values: HelmValues;
  /** Values files of this repository; a later one is stronger. */
  readonly valueFiles: readonly ValuesFile[];
  /** Whether the chart's `crds/` folder is left out. */
  readonly skipCrds: boolean;
}

/** A chart's values. */
export type HelmValues = Readonly<Record<string, unknown>>;

/** A values file of this repository. */
export interface ValuesFile {
  /** From the repository's root. */
  readonly path: string;
  /** What is in it. */
  readonly values: HelmValues;
}

/** A claim that nobody can see here. */
export interface DeclaredClaim {
  readonly name: string;
  /** @default - the cluster's default class */
  readonly storageClass?: string;
}

/** What an application brings without it being seen here: read from the chart at its pinned version. */
export interface Declared {
  /** Kinds of the objects, as `group/Kind` (`apps/Deployment`, `ConfigMap`). */
  readonly kinds?: readonly GroupKind[];
  /** Kinds whose CustomResourceDefinition it installs. */
  readonly crds?: readonly GroupKind[];
  /** Kinds among the two lists that are cluster-scoped and not built in. */
  readonly clusterScoped?: readonly GroupKind[];
  /** Namespaces that its objects go to, besides the application's own. */
  readonly namespaces?: readonly string[];
  /** Claims on storage that it makes, in the application's namespace. */
  readonly claims?: readonly DeclaredClaim[];
  /** StorageClasses that it makes. */
  readonly storageClasses?: readonly string[];
  /** IngressClasses that it makes. */
  readonly ingressClasses?: readonly string[];
  /** PriorityClasses that it makes. */
  readonly priorityClasses?: readonly string[];
  /** Services that it makes and that others refer to, as `name` or `namespace/name`. */
  readonly services?: readonly string[];
  /** Secrets that it makes, as `name` or `namespace/name`. */
  readonly secrets?: readonly string[];
  /** Secrets that must be there before it, as `name` or `namespace/name`. */
  readonly needsSecrets?: readonly string[];
}
