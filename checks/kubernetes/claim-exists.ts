import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';

export const claimExists: Rule = {
  id: 'kubernetes/claim-exists',
  holds: 'a Pod’s claims are in its namespace',
  category: 'reference',
  effect: 'The Pod stays Pending: persistentvolumeclaim not found.',
  source: 'kubernetes v1.36, pkg/scheduler/framework/plugins/volumebinding',
  check(cluster, report) {
    for (const pods of podsOf(cluster)) {
      const { namespace } = pods.entry.object.metadata;
      for (const volume of pods.spec.volumes ?? []) {
        const name = volume.persistentVolumeClaim?.claimName;
        if (name === undefined || cluster.find('PersistentVolumeClaim', namespace, name)) continue;
        if (isOfStatefulSet(cluster, namespace, name)) continue;
        const known = cluster.names('PersistentVolumeClaim', namespace);
        report(pods.entry, {
          message: `${describe(pods.entry.object)}: volume "${volume.name}" wants the PersistentVolumeClaim "${name}", which is not in ${namespace}.${didYouMean(name, known)}`,
          fix: 'Create the claim in the same namespace, or let a StatefulSet make it from a volumeClaimTemplate.',
          section: `${pods.at}.volumes[${volume.name}]`,
        });
      }
    }
  },
};

/** `<template>-<StatefulSet>-<ordinal>`: a claim that a StatefulSet makes. */
function isOfStatefulSet(cluster: ClusterView, namespace: string | undefined, claim: string): boolean {
  const stem = claim.replace(/-[0-9]+$/, '');
  for (const { object } of cluster.ofKindIn('apps/StatefulSet', namespace)) {
    const spec = object['spec'] as { volumeClaimTemplates?: { metadata?: { name?: string } }[] } | undefined;
    if (spec?.volumeClaimTemplates?.some((t) => `${t.metadata?.name}-${object.metadata.name}` === stem)) return true;
  }
  return false;
}
