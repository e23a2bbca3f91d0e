import type { SyncMode } from '../../fleet/cluster';
import { RETRY } from '../../fleet/derive/applications';
import { Application, AppProject } from '../../imports/argoproj.io';

/** The AppProject that only roots are in: it may write Applications and AppProjects, so whoever can change it is admin. */
export const BOOTSTRAP_PROJECT = 'bootstrap';

/** What a root Application points at. */
export interface AppOfAppsProps {
  /** The root's name, unique in its Argo CD. */
  readonly name: string;
  readonly repository: string;
  readonly revision: string;
  /** The folder of AppProjects and Applications: `dist/oden/app-of-apps`. */
  readonly path: string;
  /** The namespace of Argo CD. */
  readonly namespace: string;
  /** Who starts a sync of the root. */
  readonly sync: SyncMode;
}

/** The server address of the cluster that Argo CD itself runs in. */
export const IN_CLUSTER = 'https://kubernetes.default.svc';

/**
 * The root Application: it syncs a cluster's `app-of-apps/`. It has no finalizer (deleting it must not take a
 * cluster down), and its retries take up newer commits.
 */
export function appOfApps(props: AppOfAppsProps): object {
  return Application.manifest({
    metadata: {
      name: props.name,
      namespace: props.namespace,
      annotations: { 'argocd.argoproj.io/manifest-generate-paths': `/${props.path}` },
    },
    spec: appOfAppsSpec(props),
  });
}

/** The spec of a root, for the Application and for an ApplicationSet's template. */
export function appOfAppsSpec(props: AppOfAppsProps) {
  return {
    project: BOOTSTRAP_PROJECT,
    source: {
      repoUrl: props.repository,
      targetRevision: props.revision,
      path: props.path,
      directory: { recurse: true },
    },
    destination: { server: IN_CLUSTER, namespace: props.namespace },
    syncPolicy: {
      ...(props.sync === 'automated' ? { automated: { prune: true, selfHeal: true } } : {}),
      // refresh: a retry takes the newest commit, so a fix is not waited out (Argo CD 3.2 and later).
      retry: { ...RETRY, refresh: true },
    },
  };
}

/** The project of the roots. */
export function bootstrapProject(namespace: string, repository: string): object {
  return AppProject.manifest({
    metadata: { name: BOOTSTRAP_PROJECT, namespace },
    spec: {
      description: 'The roots of app-of-apps: they write AppProjects and Applications, nothing else.',
      sourceRepos: [repository],
      destinations: [{ server: IN_CLUSTER, namespace }],
      namespaceResourceWhitelist: [
        { group: 'argoproj.io', kind: 'AppProject' },
        { group: 'argoproj.io', kind: 'Application' },
      ],
    },
  });
}
