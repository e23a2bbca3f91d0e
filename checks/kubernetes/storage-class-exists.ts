import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import { claimsOf } from '../claims';
import type { ClusterView } from '../cluster-view';
import type { Rule } from '../rule';

export const storageClassExists: Rule = {
  id: 'kubernetes/storage-class-exists',
  holds: 'something makes every StorageClass that a claim takes',
  category: 'reference',
  effect: 'The claim stays Pending, and so does every Pod that mounts it.',
  source: 'kubernetes v1.36, pkg/controller/volume/persistentvolume',
  check(cluster, report) {
    const known = classesOf(cluster);
    for (const { entry, spec, at } of claimsOf(cluster)) {
      const name = spec?.storageClassName;
      // An empty class asks for a volume that somebody made by hand.
      if (name === '' || (name === undefined ? known.size > 0 : known.has(name))) continue;
      report(entry, {
        message:
          name === undefined
            ? `${describe(entry.object)}: ${at} takes the default StorageClass, and this cluster has no StorageClass.`
            : `${describe(entry.object)}: ${at} wants the StorageClass "${name}", which nothing makes.${didYouMean(name, known)}`,
        fix: 'Add what makes it (a chart declares it under `storageClasses`), or declare it by `external("StorageClass", …)`.',
        section: at,
      });
    }
  },
};

function classesOf(cluster: ClusterView): Set<string> {
  return new Set([
    ...cluster.names('storage.k8s.io/StorageClass'),
    ...cluster.model.applications.flatMap((a) => a.declares.storageClasses ?? []),
    ...(cluster.facts.externals?.storageClasses ?? []),
  ]);
}
