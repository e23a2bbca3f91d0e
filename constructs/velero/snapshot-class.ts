/** The label by which Velero chooses among VolumeSnapshotClasses of one driver. Without it there may be one only. */
export const VELERO_SNAPSHOT_CLASS = { 'velero.io/csi-volumesnapshot-class': 'true' } as const;
