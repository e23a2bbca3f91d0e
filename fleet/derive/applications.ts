import type { ApplicationSpecSource, ApplicationSpecSyncPolicy } from '../../imports/argoproj.io';
import { Application } from '../../imports/argoproj.io';
import type { ArgoCdInstance } from '../argo-cd-instance';
import type { ApplicationModel, ClusterModel, Entry, HelmSource } from '../model';
import type { KubeObject } from '../object';
import { GENERATE_PATHS, SYNC_OPTIONS, SYNC_WAVE } from './annotations';
import type { ApplicationGraph } from './graph';
import { isStatefulApplication } from './protection';
import { withoutZeroValues } from './zero-values';

/** Deletes what an Application made when the Application is deleted, without waiting for it. */
export const CASCADE_FINALIZER = 'resources-finalizer.argocd.argoproj.io/background';

/** The Application object of an application, as it follows from what the application contains. */
export function applicationObject(
  application: ApplicationModel,
  model: ClusterModel,
  argocd: ArgoCdInstance,
  graph: ApplicationGraph,
): Entry {
  const stateful = isStatefulApplication(application);
  const sources = sourcesOf(application, model);
  const annotations: Record<string, string> = {
    [SYNC_WAVE]: String(graph.waves.get(application.name) ?? 0),
  };
  // A stateful application outlives its removal from git: a person deletes it, knowing what goes with it.
  if (stateful) annotations[SYNC_OPTIONS] = 'Prune=false,Delete=false';
  // Only commits below this folder make Argo CD render again. With several sources the annotation keeps changes
  // of the others from being seen (argoproj/argo-cd#27727).
  if (sources.length === 1 && sources[0]?.path) annotations[GENERATE_PATHS] = `/${sources[0].path}`;
  const object = Application.manifest({
    metadata: {
      name: `${argocd.prefix}${application.name}`,
      namespace: argocd.namespace,
      annotations,
      ...(stateful ? {} : { finalizers: [CASCADE_FINALIZER] }),
    },
    spec: {
      project: `${argocd.prefix}${application.project}`,
      ...(sources.length === 1 ? { source: sources[0] } : { sources }),
      destination: { ...argocd.destination, namespace: application.namespace },
      syncPolicy: syncPolicyOf(application, graph),
      ...(application.ignoreDifferences.length > 0
        ? { ignoreDifferences: withoutZeroValues([...application.ignoreDifferences]) }
        : {}),
    },
  }) as KubeObject;
  return { object, application: undefined, path: application.path };
}

function sourcesOf(application: ApplicationModel, model: ClusterModel): ApplicationSpecSource[] {
  const git = { repoUrl: model.repository, targetRevision: model.revision };
  const sources: ApplicationSpecSource[] = [];
  if (application.helm) {
    sources.push(chartSource(application.helm));
    if (application.helm.valueFiles.length > 0) sources.push({ ...git, ref: VALUES_REF });
  }
  if (application.objects.length > 0 || !application.helm) {
    sources.push({ ...git, path: `${model.folder}/apps/${application.name}`, directory: { recurse: true } });
  }
  return sources;
}

/** The name under which a chart's values files are found in this repository. */
const VALUES_REF = 'values';

function chartSource(helm: HelmSource): ApplicationSpecSource {
  const hasValues = Object.keys(helm.values).length > 0;
  return {
    repoUrl: helm.repository,
    chart: helm.chart,
    targetRevision: helm.version,
    helm: {
      releaseName: helm.releaseName,
      ...(helm.skipCrds ? { skipCrds: true } : {}),
      ...(helm.valueFiles.length > 0
        ? { valueFiles: helm.valueFiles.map(({ path }) => `$${VALUES_REF}/${path}`) }
        : {}),
      ...(hasValues ? { valuesObject: helm.values } : {}),
    },
  };
}

export const SERVER_SIDE_APPLY = 'ServerSideApply=true';

/** Where it was asked for, and where a chart brings CRDs: they exceed what client-side apply can note in an annotation. */
export function isServerSide({ syncOptions, declares }: ApplicationModel): boolean {
  return syncOptions.includes(SERVER_SIDE_APPLY) || (declares.crds ?? []).length > 0;
}

/**
 * How a sync goes. Zero values are left out: Argo CD drops them, and the app-of-apps would be OutOfSync for ever
 * (argoproj/argo-cd#3815). selfHeal comes with retry: alone it gives up after a failed sync (argoproj/argo-cd#18442).
 */
function syncPolicyOf(application: ApplicationModel, graph: ApplicationGraph): ApplicationSpecSyncPolicy {
  const options = new Set(application.syncOptions);
  if (isServerSide(application)) options.add(SERVER_SIDE_APPLY);
  if (graph.foreignKinds.has(application.name)) options.add('SkipDryRunOnMissingResource=true');
  return {
    ...(application.sync === 'automated'
      ? { automated: { ...(application.prune ? { prune: true } : {}), selfHeal: true } }
      : {}),
    // What others wait for is tried until it is there: an operator's first words on a new object are seldom good ones.
    retry: (graph.waves.get(application.name) ?? 0) < 0 ? { ...RETRY, limit: -1 } : RETRY,
    ...(options.size > 0 ? { syncOptions: [...options].sort() } : {}),
  };
}

/** Ten tries over about half an hour: long enough for an operator's CRDs and webhooks to come up. */
export const RETRY = { limit: 10, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } } as const;
