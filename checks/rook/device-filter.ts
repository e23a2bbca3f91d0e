import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { Report, Rule } from '../rule';
import { filterOf } from './osds';
import { cephSpec, localClusters, type Selection } from './shapes';

export const deviceFilter: Rule = {
  id: 'rook/device-filter',
  holds: 'filters of disks are RE2, and anchored',
  effect: 'The jobs that prepare disks fail, or take disks that nobody meant.',
  source: 'Rook v1.20.6, pkg/daemon/ceph/osd/daemon.go: regexp.Compile (RE2), unanchored',
  check(cluster, report) {
    for (const entry of localClusters(cluster)) {
      const { storage = {} } = cephSpec(entry);
      checkFilters(entry, storage, 'spec.storage', report);
      for (const [i, node] of (storage.nodes ?? []).entries()) {
        checkFilters(entry, node, `spec.storage.nodes[${i}]`, report);
      }
    }
  },
};

function checkFilters(entry: Entry, selection: Selection, at: string, report: Report): void {
  for (const field of ['deviceFilter', 'devicePathFilter'] as const) {
    const pattern = selection[field];
    if (!pattern) continue;
    const section = `${at}.${field}`;
    if (!filterOf(pattern)) {
      report(entry, {
        message: `${describe(entry.object)}: the filter "${pattern}" is no regular expression of RE2.`,
        fix: 'RE2 has no look-around and no back references: "^sd[b-d]$".',
        section,
      });
    } else if (!pattern.startsWith('^') && pattern !== '.*') {
      report(entry, {
        severity: 'warning',
        message: `${describe(entry.object)}: the filter "${pattern}" fits anywhere in a name.`,
        fix: `Anchor it: "^${pattern}${pattern.endsWith('$') ? '' : '$'}".`,
        section,
      });
    }
  }
}
