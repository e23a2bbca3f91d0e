import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { overlap } from '../syntax/ranges';
import { poolsOf } from './pools';

export const poolAddresses: Rule = {
  id: 'metallb/pool-addresses',
  holds: 'a pool has networks or ranges of addresses, that no other pool has',
  category: 'schema',
  effect:
    "MetalLB's webhook refuses the pool; or the controller its whole configuration, and no Service gets an address.",
  source: 'MetalLB v0.16.1, internal/config/config.go: addressPoolFromCR, validation of overlaps',
  check(cluster, report) {
    const pools = poolsOf(cluster);
    for (const { entry, ranges } of pools) {
      if (ranges.length > 0) continue;
      report(entry, {
        message: `${describe(entry.object)} has no addresses.`,
        fix: 'A network (10.64.0.0/24) or a range (192.168.1.240-192.168.1.250).',
        section: 'spec.addresses',
      });
    }
    const all = pools.flatMap(({ entry, ranges }) => ranges.map(({ text, range }) => ({ entry, text, range })));
    for (const [i, { entry, text, range }] of all.entries()) {
      const section = 'spec.addresses';
      if (!range) {
        report(entry, {
          message: `${describe(entry.object)}: "${text}" is no network and no range of addresses.`,
          fix: 'Write "10.64.0.0/24" or "192.168.1.240-192.168.1.250"; one address is "192.0.2.1/32".',
          section,
        });
        continue;
      }
      const other = all.slice(0, i).find((before) => before.range && overlap(before.range, range));
      if (!other) continue;
      report(entry, {
        message: `${describe(entry.object)}: ${text} overlaps ${other.text} of ${describe(other.entry.object)}.`,
        fix: 'Give every address to one pool.',
        section,
      });
    }
  },
};
