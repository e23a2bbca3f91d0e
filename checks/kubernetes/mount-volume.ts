import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';

export const mountVolume: Rule = {
  id: 'kubernetes/mount-volume',
  holds: 'mounts name volumes of the Pod',
  category: 'schema',
  effect: 'The API server refuses the workload, or its Pods: volumeMounts name not found.',
  source: 'kubernetes v1.36, pkg/apis/core/validation: ValidateVolumeMounts',
  check(cluster, report) {
    for (const pods of podsOf(cluster)) {
      if (!pods.containers.some(({ container }) => container.volumeMounts)) continue;
      const templates = (pods.entry.object['spec'] as { volumeClaimTemplates?: { metadata?: { name?: string } }[] })
        ?.volumeClaimTemplates;
      const known = [
        ...(pods.spec.volumes ?? []).map((v) => v.name),
        ...(templates ?? []).map((t) => t.metadata?.name ?? ''),
      ];
      for (const place of pods.containers) {
        const { container } = place;
        for (const { name, mountPath } of container.volumeMounts ?? []) {
          if (known.includes(name)) continue;
          report(pods.entry, {
            message: `${describe(pods.entry.object)}: ${mountPath} of container "${container.name}" mounts the volume "${name}", which the Pod has not.${didYouMean(name, known)}`,
            fix: 'Mount a volume of the Pod.',
            section: `${place.at}.volumeMounts`,
          });
        }
      }
    }
  },
};
