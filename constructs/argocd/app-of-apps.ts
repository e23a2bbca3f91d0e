import { Construct } from 'constructs';
import { clusterOf } from '../../fleet/application';
import type { SyncMode } from '../../fleet/cluster';
import { RETRY } from '../../fleet/derive/applications';
import { Application } from '../../imports/argoproj.io';
import { BOOTSTRAP_PROJECT, IN_CLUSTER } from './bootstrap-project';

export interface AppOfAppsProps {
  /** The cluster whose `app-of-apps/` it syncs. @default - the one that it is created in */
  readonly cluster?: string;
  /** The branch, tag or commit that it follows. @default - the cluster's it is created in */
  readonly revision?: string;
  /** Who starts a sync of it. @default - as the cluster it is created in says */
  readonly sync?: SyncMode;
  /** The namespace of Argo CD. @default argocd */
  readonly namespace?: string;
}

/**
 * A root Application: it syncs a cluster's AppProjects and Applications. It is applied by hand, once, from
 * `bootstrap/root.yaml`; it has no finalizer (deleting it must not take a cluster down), and its retries take up
 * newer commits.
 */
export class AppOfApps extends Construct {
  /** The Application, for `bootstrap/root.yaml`. */
  readonly object: object;

  /** @param name the Application's name, unique in its Argo CD */
  constructor(scope: Construct, name: string, props: AppOfAppsProps = {}) {
    super(scope, name);
    const cluster = clusterOf(this);
    const { fleet } = cluster;
    const namespace = props.namespace ?? 'argocd';
    const path = `${fleet.folder}/${props.cluster ?? cluster.name}/app-of-apps`;
    this.object = Application.manifest({
      // No manifest-generate-paths: a sync that failed is not tried again at the same commit, so every commit has to count.
      metadata: { name, namespace },
      spec: appOfAppsSpec({
        repository: fleet.repository,
        revision: props.revision ?? cluster.revision,
        path,
        namespace,
        sync: props.sync ?? cluster.sync,
      }),
    });
  }
}

/** The spec of a root, for the Application and for an ApplicationSet's template. */
export function appOfAppsSpec(props: {
  readonly repository: string;
  readonly revision: string;
  readonly path: string;
  readonly namespace: string;
  readonly sync: SyncMode;
}) {
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
      // Without end: at one commit it would give up for ever, and nothing after it would come.
      retry: { ...RETRY, limit: -1, refresh: true },
    },
  };
}
