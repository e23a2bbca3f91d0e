/** A command in a container of a Pod, before or after its volumes are read. */
export interface BackupHook {
  readonly container: string;
  readonly command: readonly [string, ...string[]];
  /** How long it may take, as Go writes it: `30s`. @default - Velero's, 30s */
  readonly timeout?: string;
  /** What a failure does to the backup. @default Fail */
  readonly onError?: 'Continue' | 'Fail';
}

/**
 * Annotations of a Pod that Velero's hooks are read from: they go with the workload, and stand in for hooks of a
 * Schedule. Put them into `podAnnotations`.
 */
export function backupHooks(hooks: { readonly pre?: BackupHook; readonly post?: BackupHook }): Record<string, string> {
  return { ...annotations('pre', hooks.pre), ...annotations('post', hooks.post) };
}

function annotations(when: 'pre' | 'post', hook: BackupHook | undefined): Record<string, string> {
  if (!hook) return {};
  const prefix = `${when}.hook.backup.velero.io`;
  return {
    [`${prefix}/container`]: hook.container,
    [`${prefix}/command`]: JSON.stringify(hook.command),
    ...(hook.timeout === undefined ? {} : { [`${prefix}/timeout`]: hook.timeout }),
    [`${prefix}/on-error`]: hook.onError ?? 'Fail',
  };
}

/**
 * Names the only volumes of a Pod that a file-system backup reads, where the Schedule reads none by default; or leaves
 * some out where it reads all.
 */
export function backupVolumes(volumes: { readonly only?: readonly string[]; readonly without?: readonly string[] }) {
  return {
    ...(volumes.only ? { 'backup.velero.io/backup-volumes': volumes.only.join(',') } : {}),
    ...(volumes.without ? { 'backup.velero.io/backup-volumes-excludes': volumes.without.join(',') } : {}),
  };
}
