import { describe } from '../../fleet/object';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';
import { quantityValue } from '../syntax/quantity';

/** Below this no process starts, in bytes. */
const LEAST = 64 * 1024;

const LISTS = ['limits', 'requests'] as const;

export const memoryUnit: Rule = {
  id: 'kubernetes/memory-unit',
  holds: 'memory is more than a few bytes: "m" is a thousandth',
  effect: 'The container is killed before it has started, again and again: memory is counted in bytes.',
  source: 'kubernetes v1.36, apimachinery/pkg/api/resource: "m" is a thousandth',
  check(cluster, report) {
    for (const { entry, containers } of podsOf(cluster)) {
      for (const place of containers) {
        const { resources } = place.container;
        if (!resources) continue;
        for (const list of LISTS) {
          const value = resources[list]?.['memory'];
          const bytes = value === undefined ? undefined : quantityValue(value);
          if (bytes === undefined || bytes <= 0 || bytes >= LEAST) continue;
          report(entry, {
            message: `${describe(entry.object)}: "${place.container.name}" ${list === 'limits' ? 'may use' : 'requests'} ${String(value)} of memory, which is ${bytes} bytes.`,
            fix: `Write "${Number.parseFloat(String(value))}Mi".`,
            section: `${place.at}.resources.${list}.memory`,
          });
          break;
        }
      }
    }
  },
};
