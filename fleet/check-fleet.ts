import { sharedLocationProblems } from '../checks/velero/shared-locations';
import type { BuiltCluster } from './build';
import type { Member } from './cluster';
import { didYouMean } from './did-you-mean';
import type { Finding } from './finding';

/**
 * What concerns more than one cluster, from their summaries: hubs and members name each other. Clusters that were
 * not built this time are known by name only.
 */
export function checkFleet(built: readonly BuiltCluster[], all: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const say = (cluster: string, message: string, fix: string) =>
    findings.push({
      rule: 'argocd/hub-members',
      severity: 'error',
      category: 'reference',
      cluster,
      path: cluster,
      message,
      effect: 'No root Application would exist for the cluster, or none that finds it: nothing would be synced.',
      fix,
    });
  for (const { name, hub, members } of built) {
    if (hub !== undefined && !all.includes(hub)) {
      say(name, `${name} names the hub "${hub}", which is no cluster.${didYouMean(hub, all)}`, 'Name a cluster.');
    }
    for (const member of Array.isArray(members) ? (members as readonly Member[]) : []) {
      const other = built.find((b) => b.name === member.name);
      if (!all.includes(member.name)) {
        say(
          name,
          `${name} has the member "${member.name}", which is no cluster.${didYouMean(member.name, all)}`,
          'Name a cluster.',
        );
      } else if (other && other.hub !== name) {
        say(
          name,
          `${name} has the member ${member.name}, which does not name it as its hub.`,
          `Write \`hub: { cluster: '${name}' }\` in clusters/${member.name}.ts.`,
        );
      } else if (other?.summary) {
        for (const field of ['revision', 'sync', 'namespace'] as const) {
          if (other.summary[field] === member[field]) continue;
          say(
            name,
            `${name} takes the ${field} of ${member.name} for "${member[field]}"; it is "${other.summary[field]}".`,
            `Say the same in clusters/${name}.ts and clusters/${member.name}.ts.`,
          );
        }
      }
    }
    const hubCluster = built.find((b) => b.name === hub);
    if (
      hubCluster &&
      hubCluster.members !== 'discovered' &&
      !hubCluster.members?.some((member) => member.name === name)
    ) {
      say(
        name,
        `${name} names the hub ${hub}, which does not have it among its members.`,
        `Add { cluster: '${name}' } to the members of the ArgoCd in clusters/${hub}.ts, or a ClusterApplicationSet.`,
      );
    }
  }
  findings.push(...duplicateNames(built), ...sharedLocations(built));
  return findings;
}

/** Backups of several clusters in one place. */
function sharedLocations(built: readonly BuiltCluster[]): Finding[] {
  const clusters = built.flatMap(({ name, summary }) => (summary ? [{ name, backups: summary.backups }] : []));
  return [...sharedLocationProblems(clusters)].map(({ cluster, message, fix }) => ({
    rule: 'velero/shared-location',
    severity: 'error',
    category: 'reference',
    cluster,
    path: cluster,
    message,
    effect:
      'Each takes the other’s backups for its own, and deletes them when their time is over; or does not see them.',
    fix,
  }));
}

/** Applications of several clusters that would have one name in one Argo CD. */
function duplicateNames(built: readonly BuiltCluster[]): Finding[] {
  const findings: Finding[] = [];
  const owners = new Map<string, string>();
  for (const { name, hub, summary } of built) {
    for (const application of summary?.applications ?? []) {
      const key = `${hub ?? name}/${application}`;
      const owner = owners.get(key);
      owners.set(key, name);
      if (owner === undefined || owner === name) continue;
      findings.push({
        rule: 'argocd/hub-members',
        severity: 'error',
        category: 'reference',
        cluster: name,
        path: name,
        message: `${owner} and ${name} both have an Application "${application}" in the Argo CD of ${hub ?? name}.`,
        effect: 'One would overwrite the other.',
        fix: 'Rename one of the applications.',
      });
    }
  }
  return findings;
}
