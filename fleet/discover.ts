import { existsSync, readdirSync } from 'node:fs';
import type { Cluster } from './cluster';
import { didYouMean } from './did-you-mean';
import { type Finding, FleetError } from './finding';
import type { Fleet } from './fleet';

/** Names of the clusters in a folder, one a file. `fleet.ts` is what they share. Nothing is loaded. */
export function clusterNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'fleet.ts')
    .map((file) => file.slice(0, -3))
    .sort();
}

/** The wanted ones of all clusters. @throws FleetError for names that no cluster has */
export function selectClusters(all: readonly string[], wanted: readonly string[]): string[] {
  const findings = wanted
    .filter((name) => !all.includes(name))
    .map(
      (name): Finding => ({
        rule: 'fleet/unknown-cluster',
        severity: 'error',
        category: 'reference',
        message: `There is no cluster "${name}".${didYouMean(name, all)}`,
        fix: 'A cluster is a file of that name in clusters/.',
      }),
    );
  if (all.length === 0) {
    findings.push({
      rule: 'fleet/unknown-cluster',
      severity: 'error',
      category: 'reference',
      message: 'There are no clusters in clusters/.',
      effect: 'dist/ would be emptied, and with it every cluster that Argo CD syncs from it.',
      fix: 'A cluster is a file in clusters/; to give up the last one, delete its folder in dist/ by hand.',
    });
  }
  if (findings.length > 0) throw new FleetError(findings);
  return wanted.length > 0 ? all.filter((name) => wanted.includes(name)) : [...all];
}

/** The factory in a cluster's module: its default export, a class that extends Cluster. */
export function factoryOf(name: string, module: object): (fleet: Fleet) => Cluster {
  const exported = (module as { default?: new (fleet: Fleet) => Cluster }).default;
  if (typeof exported !== 'function') {
    throw new FleetError([
      {
        rule: 'fleet/no-cluster',
        severity: 'error',
        category: 'object',
        cluster: name,
        path: name,
        location: `clusters/${name}.ts`,
        message: `clusters/${name}.ts has no cluster.`,
        fix: 'Write `export default class … extends Cluster`; a file that is none belongs into apps/ or constructs/.',
      },
    ]);
  }
  return (fleet) => {
    const cluster = new exported(fleet);
    if (cluster.name !== name) {
      throw new FleetError([
        {
          rule: 'fleet/cluster-name',
          severity: 'error',
          category: 'object',
          cluster: name,
          path: name,
          location: `clusters/${name}.ts`,
          message: `clusters/${name}.ts makes a cluster "${cluster.name}".`,
          effect: `\`--cluster ${cluster.name}\` would not find it, and its folder in dist/ would not be its file's name.`,
          fix: `Rename the file to ${cluster.name}.ts, or the cluster to "${name}".`,
        },
      ]);
    }
    return cluster;
  };
}
