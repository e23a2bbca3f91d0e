import type { CrdSource } from '../../cli/import/crd-source';

const PLURALS = ['backups', 'backupstoragelocations', 'restores', 'schedules', 'volumesnapshotlocations'];

/** Velero's kinds that people write, for `npm run import`. */
export const crds: CrdSource = {
  system: 'velero',
  repository: 'vmware-tanzu/velero',
  tag: 'v1.18.1',
  files: Object.fromEntries(
    PLURALS.map((plural) => [`${plural}.velero.io`, `config/crd/v1/bases/velero.io_${plural}.yaml`]),
  ),
};
