import type { Construct } from 'constructs';
import { type GroupKind, splitGroupKind } from '../../fleet/object';

const added = new WeakMap<Construct, Map<string, string>>();

/**
 * Gives kinds a health check that Argo CD has none for: a script of Lua with `obj`, with base and table libraries only.
 * Without one an object is healthy as soon as it is there. Any construct may call it, before or after the cluster's
 * ArgoCd was made; a hub's members have to be given theirs in the hub.
 */
export function addHealthChecks(scope: Construct, kinds: readonly GroupKind[], lua: string): void {
  const root = scope.node.root as Construct;
  const checks = added.get(root) ?? new Map<string, string>();
  for (const groupKind of kinds) {
    const { group, kind } = splitGroupKind(groupKind);
    checks.set(`resource.customizations.health.${group}_${kind}`, lua);
  }
  added.set(root, checks);
}

/** All health checks of a cluster, as keys of Argo CD's settings. */
export function healthChecksOf(scope: Construct): Record<string, string> {
  return Object.fromEntries([...(added.get(scope.node.root as Construct) ?? [])].sort());
}
