import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import { nodesOf } from '../nodes';
import type { Rule } from '../rule';
import { cephSpec, localClusters } from './shapes';

/** What an omitted count, or 0, becomes. */
const DEFAULT_COUNT = 3;

export const monCount: Rule = {
  id: 'rook/mon-count',
  holds: 'monitors fit on the nodes, in an odd number; stretched clusters have three zones and an arbiter',
  effect: 'A monitor stays Pending, or there is none to outvote a lost one: the cluster does not come up, or stops.',
  source: 'Rook v1.20.6, pkg/operator/ceph/cluster/mon: scheduleMonitor, and pkg/apis/ceph.rook.io/v1: MonSpec',
  check(cluster, report) {
    for (const entry of localClusters(cluster)) {
      const { mon = {} } = cephSpec(entry);
      const count = mon.count || DEFAULT_COUNT;
      const needed = count - (mon.floatingMon ? 1 : 0);
      const nodes = nodesOf(cluster).length;
      if (nodes > 0 && needed > nodes && !mon.allowMultiplePerNode)
        report(entry, tooMany(entry, mon.count, needed, nodes));
      if (count % 2 === 0) {
        report(entry, {
          severity: 'warning',
          effect: 'One more daemon to lose, and no more losses that are survived.',
          message: `${describe(entry.object)} has ${count} monitors: an even number survives no more losses than one less.`,
          fix: 'Take an odd number: 1, 3 or 5.',
          section: 'spec.mon.count',
        });
      }
      zones(entry, (message, fix) => report(entry, { message, fix, section: 'spec.mon' }));
    }
  },
};

function tooMany(entry: Entry, said: number | undefined, needed: number, nodes: number) {
  const what = said ? `wants ${needed} monitors` : `says no number of monitors, which becomes ${DEFAULT_COUNT}`;
  return {
    message: `${describe(entry.object)} ${what}, and there ${nodes === 1 ? 'is one node' : `are ${nodes} nodes`}.`,
    fix: nodes < 3 ? '`mon: { count: 1 }`, or allowMultiplePerNode for a test.' : `At most ${nodes}.`,
    section: 'spec.mon.count',
  };
}

/** Monitors over zones, and stretched over two sites with an arbiter. */
function zones(entry: Entry, say: (message: string, fix: string) => void): void {
  const { mon = {} } = cephSpec(entry);
  const count = mon.count || DEFAULT_COUNT;
  const { stretchCluster } = mon;
  const name = describe(entry.object);
  if ((mon.zones ?? []).length > count) {
    say(`${name} has ${mon.zones?.length} zones for ${count} monitors.`, 'A monitor for each zone, at least.');
  }
  if (!stretchCluster) return;
  const { zones: sites = [] } = stretchCluster;
  if (sites.length !== 3) {
    say(`${name} is stretched over ${sites.length} zones.`, 'Three: two sites with data, and an arbiter.');
  }
  const arbiters = sites.filter(({ arbiter }) => arbiter).length;
  if (arbiters !== 1) say(`${name} is stretched with ${arbiters} arbiters.`, 'Mark one zone `arbiter: true`.');
  if (sites.some((zone) => !zone.name)) say(`${name} is stretched over a zone without a name.`, 'Name each zone.');
  if (count !== 3 && count !== 5) say(`${name} is stretched with ${count} monitors.`, 'Take 3 or 5.');
}
