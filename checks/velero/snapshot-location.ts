import { didYouMean, sentence } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { backupsOf, type LocationSpec, SNAPSHOT_LOCATION } from './shapes';

export const snapshotLocation: Rule = {
  id: 'velero/snapshot-location',
  holds: 'VolumeSnapshotLocations are there, one a provider',
  category: 'reference',
  effect: 'Every backup is FailedValidation, even one that takes no snapshots.',
  source: 'Velero v1.18.1, pkg/controller/backup_controller.go: validateAndGetSnapshotLocations',
  check(cluster, report) {
    for (const { entry, spec, at, namespace } of backupsOf(cluster)) {
      const say = (what: string, fix: string) =>
        report(entry, {
          message: `${describe(entry.object)} ${sentence(what)}`,
          fix,
          section: `${at}.volumeSnapshotLocations`,
        });
      const all = cluster.ofKindIn(SNAPSHOT_LOCATION, namespace);
      const named = [...new Set(spec.volumeSnapshotLocations ?? [])];
      const providers = new Map<string, string>();
      for (const name of named) {
        const found = all.find((l) => l.object.metadata.name === name);
        if (!found) {
          say(
            `names the VolumeSnapshotLocation "${name}", which is not in ${namespace}${didYouMean(
              name,
              all.map((l) => l.object.metadata.name),
            )}`,
            'Create it in Velero’s namespace, or take it away.',
          );
          continue;
        }
        const { provider = '' } = specOf<LocationSpec>(found);
        const other = providers.get(provider);
        if (other !== undefined) say(`names "${other}" and "${name}", both of ${provider}`, 'One of a provider.');
        providers.set(provider, name);
      }
      for (const [provider, same] of groupBy(all, (l) => specOf<LocationSpec>(l).provider ?? '')) {
        if (same.length < 2 || providers.has(provider)) continue;
        say(
          `names none of the ${same.length} VolumeSnapshotLocations of ${provider}`,
          `Name one: ${same.map((l) => l.object.metadata.name).join(', ')}.`,
        );
      }
    }
  },
};
