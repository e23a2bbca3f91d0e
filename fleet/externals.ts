import type { GroupKind } from './object';

/** What exists without being written here. */
export interface Externals {
  readonly namespaces?: readonly string[];
  readonly storageClasses?: readonly string[];
  readonly volumeSnapshotClasses?: readonly string[];
  readonly gatewayClasses?: readonly string[];
  /** Gateways, as `namespace/name`. */
  readonly gateways?: readonly string[];
  /** cert-manager's Issuers as `namespace/name`, ClusterIssuers as `name`. */
  readonly issuers?: readonly string[];
  /** Secrets, as `namespace/name`. */
  readonly secrets?: readonly string[];
  /** Keys of those Secrets, where they are known, as `namespace/name/key`. */
  readonly secretKeys?: readonly string[];
  /** Services, as `namespace/name`. */
  readonly services?: readonly string[];
  /** ServiceAccounts, as `namespace/name`. */
  readonly serviceAccounts?: readonly string[];
  readonly priorityClasses?: readonly string[];
  readonly ingressClasses?: readonly string[];
  /** ConfigMaps, as `namespace/name`. */
  readonly configMaps?: readonly string[];
  /** Namespaced kinds whose CustomResourceDefinition something else installs. */
  readonly kinds?: readonly GroupKind[];
  /** Cluster-scoped kinds whose CustomResourceDefinition something else installs. */
  readonly clusterScopedKinds?: readonly GroupKind[];
}

/** What a cluster says is there, and what its platform brings. */
export function withPlatform(own: Externals = {}, platform: Externals = {}): Externals {
  const names = new Set([...Object.keys(own), ...Object.keys(platform)]) as Set<keyof Externals>;
  return Object.fromEntries([...names].map((name) => [name, [...(platform[name] ?? []), ...(own[name] ?? [])]]));
}
