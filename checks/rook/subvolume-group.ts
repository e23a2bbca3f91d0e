import { SUB_VOLUME_GROUP } from '../../facts/rook';
import { describe } from '../../fleet/object';
import type { Fields } from '../fields';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';

export const subvolumeGroup: Rule = {
  id: 'rook/subvolume-group',
  holds: 'a subvolume group is pinned in one way',
  category: 'schema',
  effect: 'The API server refuses the object: only one pinning type should be set.',
  source: 'Rook v1.20.6, CephFilesystemSubVolumeGroup CRD: spec.pinning',
  check(cluster, report) {
    for (const entry of cluster.ofKind(SUB_VOLUME_GROUP)) {
      const said = Object.entries(specOf<{ readonly pinning?: Fields }>(entry).pinning ?? {}).filter(
        ([, value]) => value !== undefined && value !== null,
      );
      if (said.length < 2) continue;
      report(entry, {
        message: `${describe(entry.object)} is pinned in ${said.length} ways: ${said.map(([way]) => way).join(', ')}.`,
        fix: 'Keep one of distributed, export and random.',
        section: 'spec.pinning',
      });
    }
  },
};
