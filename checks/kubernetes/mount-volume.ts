import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import { type Pods, podsOf } from '../pod-specs';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';

export const mountVolume: Rule = {
  id: 'kubernetes/mount-volume',
  holds: 'mounts name volumes of the Pod',
  category: 'schema',
  effect: 'The API server refuses the workload, or its Pods: volumeMounts name not found.',
  source: 'kubernetes v1.36, pkg/apis/core/validation: ValidateVolumeMounts',
  check(cluster, report) {
    for (const pods of podsOf(cluster)) {
      for (const place of pods.containers) {
        const { container } = place;
        for (const { name, mountPath } of container.volumeMounts ?? []) {
          if (pods.spec.volumes?.some((volume) => volume.name === name)) continue;
          const known = volumesOf(pods);
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

/** The names of a Pod's volumes, and of the claims that a StatefulSet makes for it. */
function volumesOf({ entry, spec }: Pods): string[] {
  const { volumeClaimTemplates } = specOf<{ volumeClaimTemplates?: { metadata?: { name?: string } }[] }>(entry);
  return [
    ...(spec.volumes ?? []).map(({ name }) => name),
    ...(volumeClaimTemplates ?? []).map(({ metadata }) => metadata?.name ?? ''),
  ];
}
