import type { ClusterView } from '../cluster-view';
import { argoCdNamespace } from './project-of';

/** A cluster or repository that Argo CD knows by a Secret. */
interface Known {
  readonly name?: string | undefined;
  readonly server?: string | undefined;
  readonly url?: string | undefined;
  readonly project?: string | undefined;
}

const LABEL = 'argocd.argoproj.io/secret-type';
const FIELDS = ['name', 'server', 'url', 'project'] as const;
/** Argo CD's own cluster, which has no Secret. */
const IN_CLUSTER: Known = { name: 'in-cluster', server: 'https://kubernetes.default.svc' };

/** Clusters that are written here; one's own alone where none is, since others are seldom in git. */
export function clustersOf(cluster: ClusterView): readonly Known[] {
  return [IN_CLUSTER, ...secretsOf(cluster, ['cluster'])];
}

/** Repositories of single projects. */
export function repositoriesOf(cluster: ClusterView): readonly Known[] {
  return [...secretsOf(cluster, ['repository', 'repo-creds'])];
}

function* secretsOf(cluster: ClusterView, types: readonly string[]): Iterable<Known> {
  for (const { object } of cluster.ofKind('Secret')) {
    const { namespace, labels = {} } = object.metadata;
    if (namespace !== argoCdNamespace(cluster) || !types.includes(labels[LABEL] ?? '')) continue;
    const plain = (object['stringData'] ?? {}) as Record<string, string>;
    const encoded = (object['data'] ?? {}) as Record<string, string>;
    const read = (key: string) => plain[key] ?? (encoded[key] && Buffer.from(encoded[key], 'base64').toString());
    yield Object.fromEntries(FIELDS.map((key) => [key, read(key)]));
  }
}
