import { distance } from 'fastest-levenshtein';
import { kinds } from '../imports/kinds';
import { closest } from './did-you-mean';
import { type GroupKind, splitGroupKind } from './object';

/** What is known of a kind without a cluster. */
export interface KindFacts {
  /** The name in the API's path: `deployments`. */
  readonly plural: string;
  /** False where the kind is cluster-scoped. */
  readonly namespaced: boolean;
  /** The served versions, as the pinned release has them. */
  readonly versions: readonly string[];
  /** Versions that came after Kubernetes 1.34, with the first Kubernetes that serves them. */
  readonly since?: Readonly<Record<string, string>>;
}

/** The facts of a built-in or imported kind; undefined for any other. */
export function kindFacts(groupKind: GroupKind): KindFacts | undefined {
  return Object.hasOwn(kinds, groupKind) ? kinds[groupKind] : undefined;
}

/** Every built-in kind. */
export function builtInKinds(): GroupKind[] {
  return Object.keys(kinds).filter(isBuiltIn);
}

/**
 * The built-in kind that is meant by one that there is not: a slip of the kind, or an old or wrong group. Of others' groups nobody
 * here knows all kinds.
 */
export function meantKind(groupKind: GroupKind): GroupKind | undefined {
  const { group, kind } = splitGroupKind(groupKind);
  // A group without a dot is nobody's but Kubernetes' own.
  const isNear = (own: string) => !group.includes('.') || distance(own, group) <= 2;
  const elsewhere = builtInKinds()
    .map((known) => ({ known, ...splitGroupKind(known) }))
    .find((known) => known.kind === kind && isNear(known.group));
  if (elsewhere) return elsewhere.known;
  if (!isBuiltIn(groupKind)) return undefined;
  const siblings = builtInKinds().flatMap((known) =>
    splitGroupKind(known).group === group ? splitGroupKind(known).kind : [],
  );
  const near = closest(kind, siblings);
  return near && (group === '' ? near : `${group}/${near}`);
}

/** True for the kinds that Kubernetes itself serves: their groups are short or end in `.k8s.io`, and no CRD is needed. */
export function isBuiltIn(groupKind: GroupKind): boolean {
  const slash = groupKind.indexOf('/');
  if (slash < 0) return true;
  return BUILT_IN_GROUPS.has(groupKind.slice(0, slash));
}

/** Source: the paths of the Kubernetes 1.36 OpenAPI document. */
const BUILT_IN_GROUPS: ReadonlySet<string> = new Set([
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'apps',
  'authentication.k8s.io',
  'authorization.k8s.io',
  'autoscaling',
  'batch',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  // Removed in 1.22; still met in old manifests.
  'extensions',
  'flowcontrol.apiserver.k8s.io',
  'internal.apiserver.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'resource.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
  'storagemigration.k8s.io',
]);
