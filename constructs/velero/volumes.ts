/** How a schedule saves volumes. */
export interface VolumeBackup {
  readonly method: 'csi-snapshot' | 'data-movement' | 'file-system' | 'none';
  /** Why nothing is saved. */
  readonly reason?: string;
  /** How many files are read at once. */
  readonly parallelFiles?: number;
}

/** A CSI snapshot, which stays where the volume is: quick, and lost with the storage. */
export const csiSnapshots = (): VolumeBackup => ({ method: 'csi-snapshot' });

/** A CSI snapshot whose data is moved to the bucket by the node-agent. */
export const dataMovement = (options: { readonly parallelFiles?: number } = {}): VolumeBackup => ({
  method: 'data-movement',
  ...options,
});

/** The files of a running Pod's volumes, read on its node by the node-agent while it writes them: with hooks that make it hold still. */
export const fileSystem = (options: { readonly parallelFiles?: number } = {}): VolumeBackup => ({
  method: 'file-system',
  ...options,
});

/** Objects only. The reason stands in the Schedule's description. */
export const noVolumes = (reason: string): VolumeBackup => ({ method: 'none', reason });

/** What a Backup's spec says of it. */
export function volumeSpec({ method, parallelFiles }: VolumeBackup): object {
  const uploader = parallelFiles === undefined ? {} : { uploaderConfig: { parallelFilesUpload: parallelFiles } };
  switch (method) {
    case 'csi-snapshot':
      return { snapshotVolumes: true, snapshotMoveData: false, defaultVolumesToFsBackup: false };
    case 'data-movement':
      return { snapshotVolumes: true, snapshotMoveData: true, defaultVolumesToFsBackup: false, ...uploader };
    case 'file-system':
      return { snapshotVolumes: false, defaultVolumesToFsBackup: true, ...uploader };
    case 'none':
      return { snapshotVolumes: false, defaultVolumesToFsBackup: false };
  }
}
