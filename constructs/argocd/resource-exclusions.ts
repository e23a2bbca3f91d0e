import type { Construct } from 'constructs';
import { dump } from 'js-yaml';
import { DEFAULT_EXCLUSIONS, type ResourceExclusion } from '../../fleet/resource-exclusions';

const added = new WeakMap<Construct, ResourceExclusion[]>();

/**
 * Keeps Argo CD from watching and pruning kinds that a system makes at run time: Velero's Backups, say. Any
 * construct may call it, before or after the cluster's ArgoCd was made.
 */
export function excludeResources(scope: Construct, ...exclusions: ResourceExclusion[]): void {
  const root = scope.node.root as Construct;
  added.set(root, [...(added.get(root) ?? []), ...exclusions]);
}

/** All exclusions of a cluster, as the text that Argo CD reads. */
export function exclusionsOf(scope: Construct): string {
  return dump([...DEFAULT_EXCLUSIONS, ...(added.get(scope.node.root as Construct) ?? [])], {
    noRefs: true,
    lineWidth: -1,
    flowLevel: 2,
  });
}
