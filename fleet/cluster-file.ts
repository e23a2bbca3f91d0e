import type { Cluster } from './cluster';

/** Where a hub's member says what its root Application needs, for the hub's ApplicationSet to find. */
export const CLUSTER_FILE = 'bootstrap/cluster.json';

/**
 * What it says. Strings only: the git files generator reads numbers as floats; and no key `path`, which it
 * overwrites (Argo CD v3.5.1, applicationset/generators/git.go).
 */
export function clusterFile(cluster: Cluster): string {
  const { name, fleet, revision, sync, props } = cluster;
  const content = {
    cluster: name,
    hub: props.hub?.cluster ?? name,
    manifests: `${fleet.folder}/${name}/app-of-apps`,
    revision,
    sync,
    tier: props.tier,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
