import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { LabelSelector } from '../../imports/k8s';
import { claimsOf } from '../claims';
import type { ClusterView } from '../cluster-view';
import { selects } from '../label-selector';
import type { Rule } from '../rule';
import { podsIn } from '../selected-pods';
import { specOf } from '../spec-of';
import { type BackupSpec, SCHEDULE, type ScheduleSpec, takesNamespace } from './shapes';

const EXCLUDE = 'velero.io/exclude-from-backup';

export const claimCovered: Rule = {
  id: 'velero/claim-covered',
  holds: 'every claim’s volume is in a Schedule’s backup',
  severity: 'error',
  category: 'reference',
  effect: 'With the disk, or with the claim, the data is gone: nothing has a copy of it.',
  source: 'Velero v1.18.1: what no Schedule includes is in no backup',
  check(cluster, report) {
    const all = [...cluster.ofKind(SCHEDULE)].map((entry) => specOf<ScheduleSpec>(entry));
    // Who has no Velero backs up in another way, or not at all.
    if (all.length === 0 && !cluster.chart('velero')) return;
    const schedules = all.filter(({ paused }) => paused !== true).map(({ template = {} }) => template);
    const saved = (namespace: string, labels: Labels, mounted: boolean) =>
      schedules.some(
        (spec) => savesVolumes(spec, mounted) && takesNamespace(spec, namespace) && takesLabels(spec, labels),
      );
    for (const { entry, at } of claimsOf(cluster)) {
      const { namespace = '', labels } = entry.object.metadata;
      if (saved(namespace, labels ?? {}, isMounted(cluster, entry)) && labels?.[EXCLUDE] !== 'true') continue;
      report(entry, {
        message: `${describe(entry.object)}: the volumes of ${at} are in no Schedule's backup.`,
        fix: 'Add its namespace to a Schedule that saves volumes, or waive it with the reason why it need not be saved.',
        section: at,
      });
    }
    for (const { name, claim, namespace } of declaredClaims(cluster)) {
      const entry = cluster.applicationObject(name);
      // A chart's labels are not seen.
      if (!entry || saved(namespace, undefined, true)) continue;
      report(entry, {
        message: `Application ${name}: the claim ${namespace}/${claim} of its chart is in no Schedule's backup.`,
        fix: 'Add its namespace to a Schedule that saves volumes, or waive it with the reason why it need not be saved.',
        section: claim,
      });
    }
  },
};

type Labels = Readonly<Record<string, string>> | undefined;

/** Whether a backup's selectors take a claim; where its labels are not known, they are taken to. */
function takesLabels({ labelSelector, orLabelSelectors }: BackupSpec, labels: Labels): boolean {
  const selectors = labelSelector ? [labelSelector] : (orLabelSelectors ?? []);
  return (
    labels === undefined ||
    selectors.length === 0 ||
    selectors.some((selector) => selects(selector as LabelSelector, labels))
  );
}

/** Resources that have to be in a backup for a volume to be. */
function savesVolumes(spec: BackupSpec, mounted: boolean): boolean {
  const { includedResources = [], excludedResources = [], excludedNamespaceScopedResources = [] } = spec;
  const claims = ['persistentvolumeclaims', 'persistentvolumeclaim', 'pvc'];
  const named = (list: readonly string[]) => claims.some((name) => list.includes(name));
  if (named(excludedResources) || named(excludedNamespaceScopedResources)) return false;
  if (includedResources.length > 0 && !includedResources.includes('*') && !named(includedResources)) return false;
  // Nothing said is snapshots where a driver takes them.
  if (spec.snapshotVolumes !== false || spec.resourcePolicy !== undefined) return true;
  // Files are read where a Pod has them.
  return spec.defaultVolumesToFsBackup === true && mounted;
}

/** Whether a workload of the namespace mounts a claim; a StatefulSet's own are. */
function isMounted(cluster: ClusterView, { object }: Entry): boolean {
  if (object.kind !== 'PersistentVolumeClaim') return true;
  const { name, namespace } = object.metadata;
  return podsIn(cluster, namespace).some(({ spec }) =>
    (spec.volumes ?? []).some(({ persistentVolumeClaim: claim }) => claim?.claimName === name),
  );
}

function declaredClaims(cluster: ClusterView) {
  return cluster.model.applications.flatMap(({ name, namespace, declares }) =>
    (declares.claims ?? []).map((claim) => ({ name, namespace, claim: claim.name })),
  );
}
