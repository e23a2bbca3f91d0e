import { load } from 'js-yaml';
import { buildCluster } from '../../fleet/build';
import { clusterNames, factoryOf, selectClusters } from '../../fleet/discover';
import { FleetError } from '../../fleet/finding';
import type { Fleet } from '../../fleet/fleet';
import type { KubeObject } from '../../fleet/object';
import type { BackupTemplate } from './schedules';

export interface LoadProps {
  readonly fleet: Fleet;
  /** Loads a cluster's module by its file's name. */
  readonly load: (name: string) => Promise<object>;
}

/** What a cluster has of what backups and restores are about. */
export interface ClusterObjects {
  readonly name: string;
  readonly schedules: readonly {
    readonly name: string;
    readonly namespace: string;
    readonly template: BackupTemplate;
  }[];
  readonly locations: readonly KubeObject[];
  readonly statefulSets: readonly KubeObject[];
  readonly claims: readonly KubeObject[];
  /** Its StorageClasses, and those that it says are there. */
  readonly storageClasses: readonly string[];
  /** The namespaces that it makes. */
  readonly namespaces: readonly string[];
  /** The Applications that write to a namespace, and whether they sync by themselves. */
  readonly applications: readonly KubeObject[];
}

/** A cluster as a run would write it. @throws FleetError where it does not exist, or has errors */
export async function readCluster(name: string, { fleet, load: loadModule }: LoadProps): Promise<ClusterObjects> {
  selectClusters(clusterNames('clusters'), [name]);
  let external: readonly string[] = [];
  const factory = factoryOf(name, await loadModule(name));
  const built = buildCluster(
    name,
    (of) => {
      const cluster = factory(of);
      external = cluster.props.externals?.storageClasses ?? [];
      return cluster;
    },
    fleet,
  );
  const errors = built.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new FleetError(errors);
  const ofKind = (kind: string) =>
    [...built.files]
      .filter(([path]) => path.split('/').at(-1)?.startsWith(`${kind}-`) && !path.startsWith('bootstrap/'))
      .map(([, text]) => load(text) as KubeObject);
  return {
    name,
    schedules: ofKind('schedule').map(({ metadata, spec }) => ({
      name: metadata.name,
      namespace: metadata.namespace ?? '',
      template: (spec as { template: BackupTemplate }).template,
    })),
    locations: ofKind('backupstoragelocation'),
    statefulSets: ofKind('statefulset'),
    claims: ofKind('persistentvolumeclaim'),
    storageClasses: [...ofKind('storageclass').map(({ metadata }) => metadata.name), ...external],
    namespaces: ofKind('namespace').map(({ metadata }) => metadata.name),
    applications: ofKind('application'),
  };
}
