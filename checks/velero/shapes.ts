import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import { memo } from '../memo';
import { specOf } from '../spec-of';

/** Velero's objects, as far as rules read them. Anybody may have written them: every field may be missing. */

export const VELERO_GROUP = 'velero.io';
export const BACKUP = `${VELERO_GROUP}/Backup`;
export const RESTORE = `${VELERO_GROUP}/Restore`;
export const SCHEDULE = `${VELERO_GROUP}/Schedule`;
export const STORAGE_LOCATION = `${VELERO_GROUP}/BackupStorageLocation`;
export const SNAPSHOT_LOCATION = `${VELERO_GROUP}/VolumeSnapshotLocation`;

export interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

interface HookExec {
  readonly exec?: {
    readonly command?: readonly string[];
    readonly container?: string;
    readonly onError?: string;
    readonly timeout?: string;
  };
}

export interface BackupSpec {
  readonly includedNamespaces?: readonly string[];
  readonly excludedNamespaces?: readonly string[];
  readonly includedResources?: readonly string[];
  readonly excludedResources?: readonly string[];
  readonly includeClusterResources?: boolean;
  readonly includedClusterScopedResources?: readonly string[];
  readonly excludedClusterScopedResources?: readonly string[];
  readonly includedNamespaceScopedResources?: readonly string[];
  readonly excludedNamespaceScopedResources?: readonly string[];
  readonly labelSelector?: Selector | null;
  readonly orLabelSelectors?: readonly Selector[] | null;
  readonly storageLocation?: string;
  readonly volumeSnapshotLocations?: readonly string[];
  readonly snapshotVolumes?: boolean;
  readonly snapshotMoveData?: boolean;
  readonly defaultVolumesToFsBackup?: boolean;
  readonly ttl?: string;
  readonly csiSnapshotTimeout?: string;
  readonly itemOperationTimeout?: string;
  readonly resourcePolicy?: { readonly kind?: string; readonly name?: string };
  readonly orderedResources?: Readonly<Record<string, string>>;
  readonly hooks?: {
    readonly resources?: readonly {
      readonly name?: string;
      readonly includedNamespaces?: readonly string[];
      readonly labelSelector?: Selector;
      readonly pre?: readonly HookExec[];
      readonly post?: readonly HookExec[];
    }[];
  };
}

export interface ScheduleSpec {
  readonly paused?: boolean;
  readonly schedule?: string;
  readonly template?: BackupSpec;
  readonly skipImmediately?: boolean;
  readonly useOwnerReferencesInBackup?: boolean;
}

export interface LocationSpec {
  readonly provider?: string;
  readonly accessMode?: string;
  readonly default?: boolean;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly credential?: { readonly name?: string; readonly key?: string };
  readonly backupSyncPeriod?: string;
  readonly validationFrequency?: string;
  readonly objectStorage?: {
    readonly bucket?: string;
    readonly prefix?: string;
    readonly caCert?: string;
    readonly caCertRef?: { readonly name?: string; readonly key?: string };
  };
}

/** What is backed up: a Schedule's template, or a Backup's own spec. */
export interface BackupView {
  readonly entry: Entry;
  readonly spec: BackupSpec;
  /** The path of the spec. */
  readonly at: string;
  /** Velero looks everything up here. */
  readonly namespace: string;
}

export const backupsOf = memo((cluster): readonly BackupView[] => [...find(cluster)]);

function* find(cluster: ClusterView): Iterable<BackupView> {
  for (const entry of cluster.ofKind(SCHEDULE)) {
    const { template = {} } = specOf<ScheduleSpec>(entry);
    yield { entry, spec: template, at: 'spec.template', namespace: entry.object.metadata.namespace ?? '' };
  }
  for (const entry of cluster.ofKind(BACKUP)) {
    yield { entry, spec: specOf<BackupSpec>(entry), at: 'spec', namespace: entry.object.metadata.namespace ?? '' };
  }
}

/** Whether a backup takes a namespace; globs as Velero reads them. */
export function takesNamespace(
  { includedNamespaces = [], excludedNamespaces = [] }: BackupSpec,
  name: string,
): boolean {
  const fits = (patterns: readonly string[]) => patterns.some((pattern) => globFits(pattern, name));
  return (includedNamespaces.length === 0 || fits(includedNamespaces)) && !fits(excludedNamespaces);
}

export function globFits(pattern: string, name: string): boolean {
  if (pattern === '' || pattern === '*') return true;
  if (!/[*?[]/.test(pattern)) return pattern === name;
  const source = pattern
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  try {
    return new RegExp(`^${source}$`).test(name);
  } catch {
    return false;
  }
}
