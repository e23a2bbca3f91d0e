import { describe } from '../../fleet/object';
import type { PersistentVolumeClaimSpec } from '../../imports/k8s';
import type { Fields } from '../fields';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';

/** What one Pod has to let go of before another can have it. */
const ALONE = ['ReadWriteOnce', 'ReadWriteOncePod'];

export const sharedClaim: Rule = {
  id: 'kubernetes/shared-claim',
  holds: 'replicas share no volume that one Pod alone can have',
  severity: 'warning',
  category: 'reference',
  effect: 'Pods on other nodes wait for ever: Multi-Attach error. On one node they write into each other’s files.',
  source: 'kubernetes v1.36, core/v1: PersistentVolumeAccessMode; pkg/controller/volume/attachdetach',
  check(cluster, report) {
    for (const { entry, spec, at } of podsOf(cluster)) {
      const replicas = Number(specOf<Fields>(entry)['replicas'] ?? 1);
      if (replicas < 2) continue;
      for (const { name, persistentVolumeClaim } of spec.volumes ?? []) {
        const claim =
          persistentVolumeClaim &&
          cluster.find('PersistentVolumeClaim', entry.object.metadata.namespace, persistentVolumeClaim.claimName);
        const modes = claim ? (specOf<PersistentVolumeClaimSpec>(claim).accessModes ?? []) : [];
        if (!claim || modes.length === 0 || !modes.every((mode) => ALONE.includes(mode))) continue;
        report(entry, {
          message: `${describe(entry.object)} has ${replicas} replicas that share ${describe(claim.object)}, which is ${modes.join(', ')}.`,
          fix: 'Use a StatefulSet with a claim for each Pod, a ReadWriteMany claim, or one replica.',
          section: `${at}.volumes[${name}]`,
        });
      }
    }
  },
};
