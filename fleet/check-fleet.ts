import type { BuiltCluster } from './build';
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
    for (const member of Array.isArray(members) ? members : []) {
      const other = built.find((b) => b.name === member);
      if (!all.includes(member)) {
        say(
          name,
          `${name} has the member "${member}", which is no cluster.${didYouMean(member, all)}`,
          'Name a cluster.',
        );
      } else if (other && other.hub !== name) {
        say(
          name,
          `${name} has the member ${member}, which does not name it as its hub.`,
          `Write \`hub: { cluster: '${name}' }\` in clusters/${member}.ts.`,
        );
      }
    }
    const hubCluster = built.find((b) => b.name === hub);
    if (hubCluster && hubCluster.members !== 'discovered' && !hubCluster.members?.includes(name)) {
      say(
        name,
        `${name} names the hub ${hub}, which does not have it among its members.`,
        `Add { cluster: '${name}' } to the members of the ArgoCd in clusters/${hub}.ts, or a ClusterApplicationSet.`,
      );
    }
  }
  return findings;
}
