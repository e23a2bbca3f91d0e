/** Velero's kinds have no columns of their own. */
export const BACKUP_COLUMNS =
  '-o custom-columns=NAME:.metadata.name,PHASE:.status.phase,LOCATION:.spec.storageLocation,ENDED:.status.completionTimestamp';
export const RESTORE_COLUMNS =
  '-o custom-columns=NAME:.metadata.name,PHASE:.status.phase,ERRORS:.status.errors,WARNINGS:.status.warnings';
