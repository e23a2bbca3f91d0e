import type { ResourceExclusion } from '../../fleet/resource-exclusions';

/**
 * What Velero makes at run time. Backups carry their Schedule's labels, and snapshots their claim's: Argo CD might take
 * them for its own, and prune them.
 */
export const VELERO_EXCLUSIONS: readonly ResourceExclusion[] = [
  {
    apiGroups: ['velero.io'],
    kinds: [
      'Backup',
      'Restore',
      'PodVolumeBackup',
      'PodVolumeRestore',
      'DataUpload',
      'DataDownload',
      'BackupRepository',
      'DeleteBackupRequest',
      'DownloadRequest',
      'ServerStatusRequest',
    ],
  },
  { apiGroups: ['snapshot.storage.k8s.io'], kinds: ['VolumeSnapshot', 'VolumeSnapshotContent'] },
];
