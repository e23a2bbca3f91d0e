import { Construct } from 'constructs';
import { report } from '../../fleet/report';
import type { ScheduleSpecTemplate } from '../../imports/velero.io';
import type { Namespace } from '../kubernetes/namespace';
import { veleroObject } from './api-object';
import type { BackupStorageLocation } from './backup-storage-location';
import type { ResourcePolicies } from './resource-policies';
import type { Velero } from './velero';
import type { VolumeSnapshotLocation } from './volume-snapshot-location';
import { type VolumeBackup, volumeSpec } from './volumes';

/** How often, and for how long. */
export interface Retention {
  /** Five fields, `@daily` or `@every 6h`; `CRON_TZ=Europe/Stockholm` before them for a time zone other than UTC. */
  readonly schedule: string;
  /** How long a backup is kept, as Go writes it: `720h` is 30 days. */
  readonly keep: string;
}

export interface BackupScheduleProps<Tier extends string = string> {
  readonly velero: Velero;
  /** What is saved: namespaces with all that is in them. */
  readonly namespaces: readonly [Namespace, ...Namespace[]];
  /** How volumes are saved. */
  readonly volumes: VolumeBackup;
  /** Each is a Schedule of its own, `<name>-<tier>`: Velero keeps all backups of one for the same time. */
  readonly retention: Readonly<Record<Tier, Retention>>;
  /** Where to. @default - the default location */
  readonly location?: BackupStorageLocation;
  /** Kinds that are left out, by plural and group: `events`, `pods`. @default - none */
  readonly excludedResources?: readonly string[];
  /** Objects that come before others of their kind, by plural: `{ pods: ['games/minecraft-0'] }`. @default - no order */
  readonly orderedResources?: Readonly<Record<string, readonly string[]>>;
  /** What is done with which volume, volume by volume. @default - `volumes` for all */
  readonly policies?: ResourcePolicies;
  /** Hooks for Pods that have none of their own. @default - none */
  readonly hooks?: ScheduleSpecTemplate['hooks'];
  /** How long a CSI snapshot may take to be ready: `10m`. @default - Velero's, 10m */
  readonly csiSnapshotTimeout?: string;
  /** For a provider's own snapshots. @default - none */
  readonly snapshotLocations?: readonly VolumeSnapshotLocation[];
  /** @default - the construct's id */
  readonly name?: string;
}

/** Backups of namespaces at fixed times: a Schedule for each time that they are kept. */
export class BackupSchedule<Tier extends string = string> extends Construct {
  /** The names of its Schedules. */
  readonly schedules: readonly string[];

  constructor(scope: Construct, id: string, props: BackupScheduleProps<Tier>) {
    super(scope, `backup-schedule-${id}`);
    const { velero, volumes, retention } = props;
    velero.useVolumes(volumes.method);
    const name = props.name ?? id;
    const tiers = Object.entries(retention) as [Tier, Retention][];
    if (tiers.length === 0) {
      report(this, {
        rule: 'velero/retention',
        message: `BackupSchedule "${name}" says no time that its backups are kept.`,
        effect: 'No Schedule is made, and nothing is saved.',
        fix: "`retention: { daily: { schedule: '0 2 * * *', keep: '720h' } }`.",
      });
    }
    this.schedules = tiers.map(([tier]) => `${name}-${tier}`);
    const template = templateOf(props);
    for (const [tier, { schedule, keep }] of tiers) {
      const metadata = {
        name: `${name}-${tier}`,
        ...(volumes.reason ? { annotations: { 'kubernetes.io/description': `No volumes: ${volumes.reason}` } } : {}),
      };
      // useOwnerReferencesInBackup stays off: with the Schedule its backups would go.
      veleroObject(new Construct(this, tier), 'Schedule', metadata, {
        schedule,
        useOwnerReferencesInBackup: false,
        template: { ...template, ttl: keep },
      });
    }
  }
}

function templateOf(props: BackupScheduleProps): object {
  const { excludedResources, orderedResources, policies, hooks, location, csiSnapshotTimeout, snapshotLocations } =
    props;
  return {
    includedNamespaces: props.namespaces.map((namespace) => namespace.name),
    ...(excludedResources ? { excludedResources } : {}),
    ...(orderedResources
      ? { orderedResources: Object.fromEntries(Object.entries(orderedResources).map(([k, v]) => [k, v.join(',')])) }
      : {}),
    ...(location ? { storageLocation: location.name } : {}),
    ...(snapshotLocations ? { volumeSnapshotLocations: snapshotLocations.map(({ name }) => name) } : {}),
    ...(policies ? { resourcePolicy: { kind: 'configmap', name: policies.name } } : {}),
    ...(csiSnapshotTimeout === undefined ? {} : { csiSnapshotTimeout }),
    ...volumeSpec(props.volumes),
    ...(hooks ? { hooks } : {}),
  };
}
