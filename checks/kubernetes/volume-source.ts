import { describe } from '../../fleet/object';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';

export const volumeSource: Rule = {
  id: 'kubernetes/volume-source',
  holds: 'a volume, and a variable, has one source',
  category: 'schema',
  effect: 'The API server refuses the object, and the whole sync fails.',
  source: 'kubernetes v1.36, pkg/apis/core/validation: validateVolumeSource, ValidateEnv',
  check(cluster, report) {
    for (const { entry, spec, at, containers } of podsOf(cluster)) {
      for (const volume of spec.volumes ?? []) {
        // A volume without any is an emptyDir to the API server of old; what is left out is told by nobody else.
        if (countOf(volume) < 2) continue;
        const sources = Object.keys(volume).filter((key) => key !== 'name');
        report(entry, {
          message: `${describe(entry.object)}: the volume "${volume.name}" is ${sources.join(' and ')} at once.`,
          fix: 'Keep one of them.',
          section: `${at}.volumes[${volume.name}]`,
        });
      }
      for (const place of containers) {
        for (const { name, value, valueFrom } of place.container.env ?? []) {
          if (value === undefined || value === '' || valueFrom === undefined) continue;
          report(entry, {
            message: `${describe(entry.object)}: the variable ${name} of "${place.container.name}" has a value and takes one from elsewhere.`,
            fix: 'Keep `value` or `valueFrom`.',
            section: `${place.at}.env[${name}]`,
          });
        }
      }
    }
  },
};

/** How many things a volume is. */
function countOf(volume: object): number {
  let count = 0;
  for (const key in volume) if (key !== 'name') count++;
  return count;
}
