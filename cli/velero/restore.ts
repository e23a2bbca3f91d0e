import { didYouMean } from '../../fleet/did-you-mean';
import { DNS_LABEL, toDnsLabel } from '../../fleet/names';
import type { KubeObject } from '../../fleet/object';
import { emit } from '../../fleet/yaml/emit';
import { comment } from './backup';
import type { ClusterObjects } from './cluster-objects';
import { BACKUP_COLUMNS, RESTORE_COLUMNS } from './columns';
import { findSchedule, scheduleOf } from './schedules';

export interface RestoreProps {
  /** The cluster that is restored into. */
  readonly into: ClusterObjects;
  /** The cluster whose backup it is. */
  readonly from: ClusterObjects;
  /** A Backup's name, or a Schedule's for its newest. */
  readonly backup: string;
  /** Namespaces of the backup to those they are restored as. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** StorageClasses of the backup to those of the cluster. */
  readonly storageClasses: ReadonlyMap<string, string>;
}

/**
 * What would take traffic, names or credentials away from what runs already, where a copy is restored beside it; and what
 * the cluster makes anew.
 */
const NOT_FOR_COPIES = [
  ...['gateways', 'httproutes', 'grpcroutes', 'listenersets', 'tcproutes', 'tlsroutes', 'udproutes'].map(
    (plural) => `${plural}.gateway.networking.k8s.io`,
  ),
  'ingresses.networking.k8s.io',
  'certificates.cert-manager.io',
  'externalsecrets.external-secrets.io',
  'backendtrafficpolicies.gateway.envoyproxy.io',
];

/** A Restore with the order of steps around it. @throws Error for a backup, namespace or class that cannot be meant */
export function restoreText(props: RestoreProps): string {
  const { into, from, backup, namespaces, storageClasses } = props;
  for (const name of storageClasses.values()) {
    const known = into.storageClasses;
    if (known.length > 0 && !known.includes(name)) {
      throw new Error(`${into.name} has no StorageClass "${name}".${didYouMean(name, known)}`);
    }
  }
  const isSchedule = from.schedules.some(({ name }) => name === backup);
  const schedule = findSchedule(from, isSchedule ? backup : (scheduleOf(backup) ?? backup));
  const saved = schedule.template.includedNamespaces ?? [];
  for (const name of namespaces.keys()) {
    if (saved.length === 0 || saved.includes('*') || saved.includes(name)) continue;
    throw new Error(
      `The backup has no namespace "${name}".${didYouMean(name, saved)} Schedule ${schedule.name} saves ${saved.join(', ')}.`,
    );
  }
  for (const [old, to] of namespaces) {
    const maker = [...into.namespaces, ...into.applications.map(destination)].includes(to);
    if (old === to)
      throw new Error(`--namespace ${old}=${to} is the same namespace: leave it out to restore in place.`);
    if (maker)
      throw new Error(`${into.name} has the namespace "${to}" already: a copy needs one that nothing else is in.`);
    if (!DNS_LABEL.test(to)) throw new Error(`"${to}" is no name for a namespace: "${toDnsLabel(to)}".`);
  }
  const targets = saved.map((name) => namespaces.get(name) ?? name);
  const copy = namespaces.size > 0;
  const objects: object[] = [];
  if (storageClasses.size > 0) {
    objects.push({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'change-storage-class',
        namespace: schedule.namespace,
        labels: { 'velero.io/plugin-config': '', 'velero.io/change-storage-class': 'RestoreItemAction' },
      },
      data: Object.fromEntries(storageClasses),
    });
  }
  objects.push({
    apiVersion: 'velero.io/v1',
    kind: 'Restore',
    metadata: { generateName: `${schedule.name}-`, namespace: schedule.namespace },
    spec: {
      ...(isSchedule ? { scheduleName: backup } : { backupName: backup }),
      includedNamespaces: saved,
      ...(copy ? { namespaceMapping: Object.fromEntries(namespaces), excludedResources: NOT_FOR_COPIES } : {}),
      existingResourcePolicy: 'none',
      restorePVs: true,
    },
  });
  return `${comment(stepsOf(props, schedule.namespace, targets, storageClasses.size > 0))}${objects.map(emit).join('')}`;
}

function stepsOf(
  { into, from, backup, namespaces }: RestoreProps,
  velero: string,
  targets: readonly string[],
  mapped: boolean,
): string[] {
  const get = (what: string) => `kubectl -n ${velero} get ${what}`;
  const location = from.name === into.name ? undefined : readOnlyLocation(into, from);
  const paused = into.applications.filter((a) => targets.includes(destination(a)) && isAutomated(a));
  const old = into.statefulSets.filter(({ metadata }) => targets.includes(metadata.namespace ?? ''));
  const steps: string[][] = [];
  if (location) {
    steps.push([
      `${from.name}'s backups are seen here through the location "${location}"; is it Available?`,
      get('backupstoragelocations'),
    ]);
  }
  steps.push(['Is the backup there, and Completed?', get(`backups ${BACKUP_COLUMNS}`)]);
  if (paused.length > 0) {
    steps.push([
      'Keep Argo CD from making empty claims meanwhile: the root first, which would put the others back.',
      ...['root', ...paused.map(({ metadata }) => metadata.name)].map(
        (name) =>
          `kubectl -n argocd patch application ${name} --type merge -p '{"spec":{"syncPolicy":{"automated":null}}}'`,
      ),
    ]);
  }
  if (old.length > 0) {
    steps.push([
      'Velero leaves alone what is there: take away what is to come back. The old volumes are kept until you have looked.',
      ...old.flatMap((set) => claimsOf(set).map((c) => keepVolume(set.metadata.namespace ?? '', c))),
      ...old.flatMap(
        ({ metadata: { name, namespace } }) => `kubectl -n ${namespace} delete statefulset ${name} --wait`,
      ),
      ...old.flatMap((set) => claimsOf(set).map((c) => `kubectl -n ${set.metadata.namespace} delete pvc ${c} --wait`)),
    ]);
  }
  steps.push(['Restore:', 'pipe this text into kubectl create -f -', get(`restores --watch ${RESTORE_COLUMNS}`)]);
  if (mapped)
    steps.push(['Take the mapping of classes away:', `kubectl -n ${velero} delete configmap change-storage-class`]);
  if (paused.length > 0) {
    steps.push([
      'Look at what came back; then let Argo CD go on, and delete the old volumes (kubectl get pv, Released):',
      `kubectl apply --server-side -f dist/${into.name}/bootstrap/root.yaml`,
    ]);
  }
  if (namespaces.size > 0) {
    steps.push(
      ['When the copy is not needed any more:', ...new Set(namespaces.values())].map((n, i) =>
        i === 0 ? n : `kubectl delete namespace ${n}`,
      ),
    );
  }
  const title = `Restore of ${backup} of ${from.name}${from.name === into.name ? '' : ` into ${into.name}`}, with kubectl pointing at ${into.name}:`;
  return [
    title,
    '',
    ...steps.flatMap(([what, ...commands], i) => [`${i + 1}. ${what}`, ...commands.map((c) => `   ${c}`)]),
  ];
}

/** Whatever its class says, a volume stays when its claim goes. */
function keepVolume(namespace: string, claim: string): string {
  const volume = `$(kubectl -n ${namespace} get pvc ${claim} -o jsonpath='{.spec.volumeName}')`;
  return `kubectl patch pv "${volume}" -p '{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'`;
}

function readOnlyLocation(into: ClusterObjects, from: ClusterObjects): string {
  const bucketOf = ({ spec }: KubeObject) => JSON.stringify((spec as { objectStorage?: object }).objectStorage);
  const theirs = from.locations.map(bucketOf);
  const found = into.locations.find((location) => theirs.includes(bucketOf(location)));
  if (found) return found.metadata.name;
  throw new Error(
    `${into.name} sees none of ${from.name}'s locations. Add one with the same bucket and prefix, accessMode ReadOnly: \`backups.readFrom('${from.name}')\`.`,
  );
}

const destination = ({ spec }: KubeObject) => (spec as { destination: { namespace: string } }).destination.namespace;
const isAutomated = ({ spec }: KubeObject) =>
  (spec as { syncPolicy?: { automated?: object } }).syncPolicy?.automated !== undefined;

/** The claims of a StatefulSet's Pods. */
function claimsOf({ metadata, spec }: KubeObject): string[] {
  const { replicas = 1, volumeClaimTemplates = [] } = spec as {
    replicas?: number;
    volumeClaimTemplates?: readonly KubeObject[];
  };
  return volumeClaimTemplates.flatMap((template) =>
    Array.from({ length: replicas }, (_, i) => `${template.metadata.name}-${metadata.name}-${i}`),
  );
}
