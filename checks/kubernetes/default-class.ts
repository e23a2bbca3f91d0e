import { describe } from '../../fleet/object';
import type { Rule } from '../rule';

const DEFAULT = 'storageclass.kubernetes.io/is-default-class';

export const defaultClass: Rule = {
  id: 'kubernetes/default-class',
  holds: 'warns where several StorageClasses are the default',
  severity: 'warning',
  effect: 'A claim that names no class gets the newest of the default ones: which that is changes without a word.',
  source: 'kubernetes v1.36, plugin/pkg/admission/storage/storageclass/setdefault',
  check(cluster, report) {
    const defaults = [...cluster.ofKind('storage.k8s.io/StorageClass')].filter(
      ({ object }) => object.metadata.annotations?.[DEFAULT] === 'true',
    );
    // Gardener's own `default` is one.
    const managed =
      cluster.facts.platform.name === 'gardener' && defaults.length > 0 ? 'Gardener’s class `default`' : undefined;
    const first = managed ?? defaults[0]?.object.metadata.name;
    for (const entry of managed ? defaults : defaults.slice(1)) {
      report(entry, {
        message: `${describe(entry.object)} is the default class, as is ${first}.`,
        fix: 'Mark one as the default.',
        section: 'metadata.annotations',
      });
    }
  },
};
