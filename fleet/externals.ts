import type { GroupKind } from './object';

/** What exists without being written here, as rules ask for it. */
export interface Externals {
  readonly namespaces?: readonly string[];
  readonly storageClasses?: readonly string[];
  readonly volumeSnapshotClasses?: readonly string[];
  readonly gatewayClasses?: readonly string[];
  readonly ingressClasses?: readonly string[];
  readonly priorityClasses?: readonly string[];
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
  /** ConfigMaps, as `namespace/name`. */
  readonly configMaps?: readonly string[];
  /** Namespaced kinds whose CustomResourceDefinition something else installs. */
  readonly kinds?: readonly GroupKind[];
  /** Cluster-scoped kinds whose CustomResourceDefinition something else installs. */
  readonly clusterScopedKinds?: readonly GroupKind[];
}

/** The kinds that `external` can name, and where rules look for them. */
const LISTS = {
  Namespace: 'namespaces',
  StorageClass: 'storageClasses',
  VolumeSnapshotClass: 'volumeSnapshotClasses',
  GatewayClass: 'gatewayClasses',
  IngressClass: 'ingressClasses',
  PriorityClass: 'priorityClasses',
  Gateway: 'gateways',
  Issuer: 'issuers',
  ClusterIssuer: 'issuers',
  Secret: 'secrets',
  Service: 'services',
  ServiceAccount: 'serviceAccounts',
  ConfigMap: 'configMaps',
  CustomResourceDefinition: 'kinds',
} as const satisfies Readonly<Record<string, keyof Externals>>;

export type ExternalKind = keyof typeof LISTS;
export const EXTERNAL_KINDS = Object.keys(LISTS) as readonly ExternalKind[];

/** Kinds that are named with their namespace. */
const NAMESPACED: readonly string[] = ['Gateway', 'Issuer', 'Secret', 'Service', 'ServiceAccount', 'ConfigMap'];

export interface ExternalOptions {
  /** The keys of a Secret. @default - not known */
  readonly keys?: readonly string[];
  /** Where objects of a CustomResourceDefinition's kind are. @default Namespaced */
  readonly scope?: 'Namespaced' | 'Cluster';
}

/**
 * What says that an object is there, for rules.
 * @param name `name`, `namespace/name`, or of a CustomResourceDefinition `group/Kind`
 */
export function externalsOf(kind: ExternalKind, name: string, { keys, scope }: ExternalOptions = {}): Externals {
  if (kind === 'CustomResourceDefinition' && scope === 'Cluster') return { clusterScopedKinds: [name] };
  return { [LISTS[kind]]: [name], ...(keys && { secretKeys: keys.map((key) => `${name}/${key}`) }) };
}

/** What is wrong with a declaration; nobody checks its types where the program is only bundled. */
export function externalProblem(kind: string, name: string, reason: string): string | undefined {
  if (!EXTERNAL_KINDS.includes(kind as ExternalKind)) return `"${kind}" is no kind that can be declared`;
  if (NAMESPACED.includes(kind) && !/^[^/]+\/[^/]+$/.test(name))
    return `a ${kind} is named with its namespace: "shop/${name}"`;
  if (reason.trim() === '') return 'it has no reason';
  return undefined;
}

/** Two declarations as one. */
export function joinExternals(own: Externals = {}, more: Externals = {}): Externals {
  const names = new Set([...Object.keys(own), ...Object.keys(more)]) as Set<keyof Externals>;
  return Object.fromEntries([...names].map((name) => [name, [...(more[name] ?? []), ...(own[name] ?? [])]]));
}
