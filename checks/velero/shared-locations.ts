import type { Entry } from '../../fleet/model';
import { specOf } from '../spec-of';
import { type LocationSpec, VELERO_GROUP } from './shapes';

/** What other clusters need to know of a cluster's backups. */
export interface BackupSummary {
  readonly locations: readonly { readonly name: string; readonly place: string; readonly writes: boolean }[];
  readonly schedules: readonly string[];
}

/** Where a cluster's backups go and come from, and what they are called. */
export function backupSummary(cluster: string, entries: readonly Entry[]): BackupSummary {
  const ofKind = (kind: string) =>
    entries.filter(({ object }) => object.kind === kind && object.apiVersion.startsWith(`${VELERO_GROUP}/`));
  return {
    locations: ofKind('BackupStorageLocation').map((entry) => {
      const { provider, objectStorage, config, accessMode } = specOf<LocationSpec>(entry);
      const { bucket = '', prefix = '' } = objectStorage ?? {};
      // A server inside the cluster is another one in each.
      const server = String(config?.['s3Url'] ?? '');
      const inside = /\.svc(?::|\/|$)/.test(server) ? cluster : '';
      const place = [provider, inside, server, bucket, prefix].filter(Boolean).join(' ');
      return { name: entry.object.metadata.name, place, writes: accessMode !== 'ReadOnly' };
    }),
    schedules: ofKind('Schedule').map(({ object }) => object.metadata.name),
  };
}

interface Cluster {
  readonly name: string;
  readonly backups: BackupSummary;
}

/** What is wrong between two clusters: both write to one place, or one sees the other's backups under its own names. */
export function* sharedLocationProblems(
  clusters: readonly Cluster[],
): Iterable<{ cluster: string; message: string; fix: string }> {
  for (const [i, one] of clusters.entries()) {
    for (const other of clusters.slice(i + 1)) {
      for (const mine of one.backups.locations) {
        const theirs = other.backups.locations.find(({ place }) => place === mine.place);
        if (!theirs) continue;
        if (mine.writes && theirs.writes) {
          yield {
            cluster: other.name,
            message: `${other.name} and ${one.name} both write backups to ${mine.place}.`,
            fix: 'Give each a prefix of its own.',
          };
        }
        const same = one.backups.schedules.filter((name) => other.backups.schedules.includes(name));
        if (mine.writes !== theirs.writes && same.length > 0) {
          const reader = mine.writes ? other : one;
          const writer = mine.writes ? one : other;
          yield {
            cluster: reader.name,
            message: `${reader.name} reads the backups of ${writer.name}, and both have a Schedule ${same.map((n) => `"${n}"`).join(', ')}.`,
            fix: 'Begin the names with the cluster’s: of two Backups of one name only one is seen.',
          };
        }
      }
    }
  }
}
