import type { GroupKind, KubeObject } from '../object';

/**
 * Kinds whose deletion destroys data, an address, or everything below them. They get `Prune=false,Delete=false`, and an
 * application that has one gets no cascading finalizer.
 */
export const PROTECTED_KINDS: ReadonlySet<GroupKind> = new Set([
  'Namespace',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'apiextensions.k8s.io/CustomResourceDefinition',
  // With a Gateway its load balancer goes, and the address that the world knows; a class takes its Gateways with it.
  'gateway.networking.k8s.io/Gateway',
  'gateway.networking.k8s.io/GatewayClass',
  'ceph.rook.io/CephBlockPool',
  'ceph.rook.io/CephCluster',
  'ceph.rook.io/CephFilesystem',
  'ceph.rook.io/CephFilesystemSubVolumeGroup',
  'ceph.rook.io/CephObjectStore',
  'ceph.rook.io/CephObjectStoreUser',
  // Without its driver no volume of a class can be mounted.
  'csi.ceph.io/Driver',
  'objectbucket.io/ObjectBucketClaim',
  'postgresql.cnpg.io/Cluster',
  'velero.io/BackupStorageLocation',
]);

/** True for an object that holds data itself, or whose deletion takes data with it. A Namespace alone does not make an application stateful: it is protected by itself. */
export function isStateful(groupKind: GroupKind, object: KubeObject | undefined): boolean {
  if (groupKind === 'Namespace') return false;
  if (groupKind === 'apps/StatefulSet') {
    const spec = object?.['spec'] as { volumeClaimTemplates?: unknown[] } | undefined;
    // Of a chart's StatefulSet nothing is known: it is taken to have claims.
    return object === undefined || (spec?.volumeClaimTemplates?.length ?? 0) > 0;
  }
  return PROTECTED_KINDS.has(groupKind);
}
