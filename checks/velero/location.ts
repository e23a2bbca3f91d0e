import { didYouMean, sentence } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import type { Report, Rule } from '../rule';
import { secretKeys, secretNames, secretsOf } from '../secrets-of';
import { specOf } from '../spec-of';
import { backupsOf, type LocationSpec, SNAPSHOT_LOCATION, STORAGE_LOCATION } from './shapes';

export const location: Rule = {
  id: 'velero/location',
  holds: 'a location is there, is written to, and has its credential; one is the default',
  category: 'reference',
  effect: 'The location is Unavailable, or every backup is FailedValidation: nothing is saved.',
  source:
    'Velero v1.18.1, pkg/controller/backup_controller.go: prepareBackupRequest; internal/storage; internal/credentials',
  check(cluster, report) {
    for (const { entry, spec, at, namespace } of backupsOf(cluster)) {
      const names = cluster.names(STORAGE_LOCATION, namespace);
      const locations = names.map((name) => cluster.find(STORAGE_LOCATION, namespace, name));
      const wanted = spec.storageLocation || defaultLocation(locations);
      const found = wanted === undefined ? undefined : cluster.find(STORAGE_LOCATION, namespace, wanted);
      const name = describe(entry.object);
      if (!found) {
        report(entry, {
          message: spec.storageLocation
            ? `${name} goes to the location "${wanted}", which is not in ${namespace}.${didYouMean(wanted ?? '', names)}`
            : `${name} names no location, and no location is the default.`,
          fix: spec.storageLocation
            ? 'Name a BackupStorageLocation of Velero’s namespace.'
            : 'Mark one `default: true`, or name one.',
          section: `${at}.storageLocation`,
        });
      } else if (specOf<LocationSpec>(found).accessMode === 'ReadOnly') {
        report(entry, {
          message: `${name} goes to the location "${wanted}", which is only read.`,
          fix: 'Name one with accessMode ReadWrite.',
          section: `${at}.storageLocation`,
        });
      }
    }
    checkDefaults(cluster, report);
    for (const entry of cluster.ofKind(STORAGE_LOCATION)) {
      const { objectStorage = {}, ...spec } = specOf<LocationSpec>(entry);
      checkCredential(cluster, entry, spec.credential, 'spec.credential', report);
      checkCredential(cluster, entry, objectStorage.caCertRef, 'spec.objectStorage.caCertRef', report);
    }
    for (const entry of cluster.ofKind(SNAPSHOT_LOCATION)) {
      checkCredential(cluster, entry, specOf<LocationSpec>(entry).credential, 'spec.credential', report);
    }
  },
};

/** The server's own default is called so. */
function defaultLocation(locations: readonly (Entry | undefined)[]): string | undefined {
  const marked = locations.find((entry) => entry && specOf<LocationSpec>(entry).default);
  return (marked ?? locations.find((entry) => entry?.object.metadata.name === 'default'))?.object.metadata.name;
}

function checkDefaults(cluster: ClusterView, report: Report): void {
  const first = new Map<string | undefined, string>();
  for (const entry of cluster.ofKind(STORAGE_LOCATION)) {
    if (!specOf<LocationSpec>(entry).default) continue;
    const { namespace, name } = entry.object.metadata;
    const other = first.get(namespace);
    if (other === undefined) first.set(namespace, name);
    else {
      report(entry, {
        message: `${describe(entry.object)} is the default location, as is ${other}: Velero takes it back, and Argo CD sets it again.`,
        fix: 'Mark one.',
        section: 'spec.default',
      });
    }
  }
}

function checkCredential(
  cluster: ClusterView,
  entry: Entry,
  ref: { readonly name?: string; readonly key?: string } | undefined,
  at: string,
  report: Report,
): void {
  if (!ref) return;
  const { namespace = '' } = entry.object.metadata;
  const { name = '', key } = ref;
  const say = (what: string, fix: string) =>
    report(entry, { message: `${describe(entry.object)} ${sentence(what)}`, fix, section: at });
  if (!secretsOf(cluster).has(`${namespace}/${name}`)) {
    say(
      `wants the Secret "${name}", which nothing makes in ${namespace}${didYouMean(name, secretNames(cluster, namespace))}`,
      `Let an ExternalSecret make it, or say that a person does: new ExistingSecret(app, '${name}').`,
    );
    return;
  }
  const keys = secretKeys(cluster, namespace, name);
  if (key !== undefined && keys && !keys.includes(key)) {
    say(
      `wants the key "${key}" of the Secret "${name}", which has no such key${didYouMean(key, keys)}`,
      `One of ${keys.join(', ')}.`,
    );
  }
}
