import { emit } from '../../fleet/yaml/emit';
import type { ClusterObjects } from './cluster-objects';
import { BACKUP_COLUMNS } from './columns';
import { findSchedule } from './schedules';

/**
 * The Backups that a cluster's Schedules would make now, to be created by hand: in git they would run again whenever
 * their time to live is over.
 * @param wanted names of Schedules; all without any
 */
export function backupText(cluster: ClusterObjects, wanted: readonly string[]): string {
  const schedules = wanted.length > 0 ? wanted.map((name) => findSchedule(cluster, name)) : cluster.schedules;
  if (schedules.length === 0) throw new Error(`${cluster.name} has no Schedule, so nothing says what to back up.`);
  const namespace = schedules[0]?.namespace;
  const steps = [
    `Backups of ${cluster.name}, as its Schedules make them. With kubectl pointing at ${cluster.name}:`,
    '',
    `1. Is the bucket there?   kubectl -n ${namespace} get backupstoragelocations`,
    `2. Create them:           npm run --silent backup -- ${[cluster.name, ...wanted].join(' ')} | kubectl create -f -`,
    `3. Wait for them:         kubectl -n ${namespace} get backups --watch ${BACKUP_COLUMNS}`,
    '   Completed is good; PartiallyFailed is not: velero backup describe NAME --details',
  ];
  const objects = schedules.map(({ name, template }) =>
    emit({
      apiVersion: 'velero.io/v1',
      kind: 'Backup',
      metadata: {
        generateName: `${name}-by-hand-`,
        namespace,
        // As the Schedule's own: a restore by its name finds them.
        labels: { 'velero.io/schedule-name': name },
      },
      spec: template,
    }),
  );
  return `${comment(steps)}${objects.join('')}`;
}

/** Lines as comments of YAML. */
export const comment = (lines: readonly string[]) => `${lines.map((line) => `# ${line}`.trimEnd()).join('\n')}\n`;
