import { describe } from '../../fleet/object';
import { claimsOf } from '../claims';
import type { ClusterView } from '../cluster-view';
import type { Rule } from '../rule';
import { type BackupView, backupsOf, takesNamespace } from './shapes';

interface VeleroValues {
  readonly configuration?: { readonly features?: string };
  readonly deployNodeAgent?: boolean;
}

const SNAPSHOT_CLASS = 'snapshot.storage.k8s.io/VolumeSnapshotClass';
const CHOSEN = 'velero.io/csi-volumesnapshot-class';
const DEFAULT = 'snapshot.storage.kubernetes.io/is-default-class';

export const volumeMethod: Rule = {
  id: 'velero/volume-method',
  holds: 'who saves the volumes is installed: node-agent, CSI feature, a snapshot class of the driver',
  category: 'reference',
  effect: 'The volumes are not in the backup: it is PartiallyFailed, or Completed without a word of them.',
  source: 'Velero v1.18.1, pkg/backup/item_backupper.go; pkg/util/csi/volume_snapshot.go: GetVolumeSnapshotClass',
  check(cluster, report) {
    const values = cluster.chart('velero')?.values as VeleroValues | undefined;
    for (const view of backupsOf(cluster)) {
      const { entry, spec, at } = view;
      const say = (what: string, fix: string) =>
        report(entry, { message: `${describe(entry.object)} ${what}.`, fix, section: at });
      const moves = spec.snapshotMoveData === true;
      const files = spec.defaultVolumesToFsBackup === true;
      if (values && (moves || files) && !values.deployNodeAgent) {
        say(
          `${moves ? 'moves data' : 'reads files'} on the nodes, where no node-agent is`,
          'deployNodeAgent: true, which `new Velero` sets by itself for its schedules.',
        );
      }
      if (values && moves && !(values.configuration?.features ?? '').split(',').includes('EnableCSI')) {
        say('moves data of CSI snapshots, and Velero takes none', 'configuration.features: EnableCSI.');
      }
      if (moves || (spec.snapshotVolumes === true && values?.configuration?.features?.includes('EnableCSI'))) {
        for (const problem of classProblems(cluster, view))
          say(problem, `One VolumeSnapshotClass of the driver, labelled ${CHOSEN}: "true".`);
      }
    }
  },
};

/** Drivers of the saved claims for which no VolumeSnapshotClass is found, or several are. */
function classProblems(cluster: ClusterView, { spec }: BackupView): string[] {
  const external = (cluster.facts.externals?.volumeSnapshotClasses ?? []).length;
  const classes = [...cluster.ofKind(SNAPSHOT_CLASS)].map(({ object }) => object);
  const drivers = new Set<string>();
  for (const { entry, spec: claim } of claimsOf(cluster)) {
    if (!takesNamespace(spec, entry.object.metadata.namespace ?? '')) continue;
    const driver = driverOf(cluster, claim?.storageClassName);
    if (driver) drivers.add(driver);
  }
  return [...drivers].flatMap((driver) => {
    const fitting = classes.filter((object) => object['driver'] === driver);
    // What a platform brings is of its own driver.
    if (fitting.length === 0)
      return external > 0 ? [] : [`takes snapshots of ${driver}, which has no VolumeSnapshotClass`];
    const chosen = fitting.filter(
      (object) =>
        object.metadata.labels?.[CHOSEN] !== undefined || object.metadata.annotations?.[DEFAULT] !== undefined,
    );
    if (chosen.length > 1)
      return [
        `takes snapshots of ${driver}, whose VolumeSnapshotClasses ${chosen.map((o) => o.metadata.name).join(', ')} are all chosen`,
      ];
    return fitting.length + external > 1 && chosen.length === 0
      ? [`takes snapshots of ${driver}, which has several VolumeSnapshotClasses and none chosen`]
      : [];
  });
}

/** The driver of a class that is written here; the default one where a claim names none. */
function driverOf(cluster: ClusterView, name: string | undefined): string | undefined {
  for (const { object } of cluster.ofKind('storage.k8s.io/StorageClass')) {
    const isDefault = object.metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true';
    if (name === undefined ? isDefault : object.metadata.name === name) return String(object['provisioner']);
  }
  return undefined;
}
