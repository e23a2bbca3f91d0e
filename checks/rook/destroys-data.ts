import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { cephSpec, localClusters } from './shapes';

export const destroysData: Rule = {
  id: 'rook/destroys-data',
  holds: 'no setting wipes disks, or lets a cluster go with its volumes',
  effect: 'The operator stops looking after the cluster, and wipes its disks when the object is deleted.',
  source:
    'Rook v1.20.6, Documentation/CRDs/Cluster/ceph-cluster-crd.md: cleanup policy; removeOSDsIfOutAndSafeToRemove',
  check(cluster, report) {
    for (const entry of localClusters(cluster)) {
      const { cleanupPolicy = {}, removeOSDsIfOutAndSafeToRemove } = cephSpec(entry);
      const name = describe(entry.object);
      const say = (message: string, fix: string, section: string, severity: 'error' | 'warning' = 'error') =>
        report(entry, { severity, message: `${name} ${message}.`, fix, section });
      if (cleanupPolicy.confirmation) {
        say(
          `confirms that its data is to be destroyed ("${cleanupPolicy.confirmation}")`,
          'Take cleanupPolicy.confirmation away; it is set by hand, just before a cluster is given up.',
          'spec.cleanupPolicy.confirmation',
        );
      }
      if (cleanupPolicy.allowUninstallWithVolumes) {
        say(
          'may be deleted while volumes are in it',
          'Take allowUninstallWithVolumes away: it is the last thing that stops a mistake.',
          'spec.cleanupPolicy.allowUninstallWithVolumes',
        );
      }
      if (cleanupPolicy.wipeDevicesFromOtherClusters) {
        say(
          'wipes disks of other clusters',
          'Take wipeDevicesFromOtherClusters away, and wipe a used disk by hand.',
          'spec.cleanupPolicy.wipeDevicesFromOtherClusters',
        );
      }
      if (removeOSDsIfOutAndSafeToRemove) {
        say(
          'removes OSDs by itself',
          'Take removeOSDsIfOutAndSafeToRemove away: a node that is away for long comes back empty.',
          'spec.removeOSDsIfOutAndSafeToRemove',
          'warning',
        );
      }
      if (entry.object.metadata.annotations?.['rook.io/force-deletion'] !== undefined) {
        say('has the annotation rook.io/force-deletion', 'Take it away.', 'metadata.annotations');
      }
    }
  },
};
