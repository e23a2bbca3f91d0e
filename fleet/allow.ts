import type { IConstruct } from 'constructs';
import type { Cluster } from './cluster';
import { report } from './report';

/**
 * Lets findings of a rule pass at a construct and below it, for a reason that a reviewer can judge. Applications and clusters
 * have a method of the same name.
 *
 * @param scope a construct, an Application or a Cluster
 * @param rule the rule's id: `kubernetes/service-selector`
 */
export function allow(scope: IConstruct, rule: string, reason: string): void {
  const cluster = scope.node.root as Cluster;
  cluster.waivers.push({ rule, path: scope.node.path, reason });
  if (reason.trim() !== '') return;
  report(cluster, {
    rule: 'fleet/waiver-reason',
    message: `The waiver of ${rule} at "${scope.node.path || cluster.name}" has no reason.`,
    effect: 'Nobody could tell when it is no longer needed.',
    fix: "Write `allow(construct, 'rule', 'why it is right here')`.",
  });
}
