import type { Platform } from '../../fleet/platform';

export interface GardenerProps {
  /** What the workers run on. */
  readonly infrastructure: 'openstack';
  /** StorageClasses of the CloudProfile. @default - `default` and `default-class`, as the OpenStack extension makes them */
  readonly storageClasses?: readonly [string, ...string[]];
  /** @default - `csi-cinder`, from extension v1.55 on; name none where the provider is older */
  readonly volumeSnapshotClasses?: readonly string[];
}

/**
 * A Gardener shoot: somebody else runs the control plane. Gardener puts back whatever is changed of what it made, so
 * its classes and CRDs are referred to, never written. Its load balancers have a health monitor without being asked.
 * Source: gardener/gardener v1.149.3, gardener-extension-provider-openstack v1.57.0.
 */
export function gardener(props: GardenerProps): Platform {
  return {
    name: 'gardener',
    infrastructure: props.infrastructure,
    externals: {
      storageClasses: props.storageClasses ?? ['default', 'default-class'],
      volumeSnapshotClasses: props.volumeSnapshotClasses ?? ['csi-cinder'],
      kinds: ['snapshot.storage.k8s.io/VolumeSnapshot', 'autoscaling.k8s.io/VerticalPodAutoscaler'],
      clusterScopedKinds: [
        'snapshot.storage.k8s.io/VolumeSnapshotClass',
        'snapshot.storage.k8s.io/VolumeSnapshotContent',
      ],
    },
  };
}
