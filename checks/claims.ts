import type { Entry } from '../fleet/model';
import type { PersistentVolumeClaimSpec } from '../imports/k8s';
import type { ClusterView } from './cluster-view';

/** A claim: an object of its own, or a StatefulSet's template of one. */
export interface Claim {
  readonly entry: Entry;
  readonly spec: PersistentVolumeClaimSpec | undefined;
  /** The path of its spec in the object. */
  readonly at: string;
}

/** Every claim of the cluster. */
export function* claimsOf(cluster: ClusterView): Iterable<Claim> {
  for (const entry of cluster.ofKind('PersistentVolumeClaim')) {
    yield { entry, spec: entry.object['spec'] as PersistentVolumeClaimSpec, at: 'spec' };
  }
  for (const entry of cluster.ofKind('apps/StatefulSet')) {
    const { volumeClaimTemplates = [] } = (entry.object['spec'] ?? {}) as {
      volumeClaimTemplates?: readonly { metadata?: { name?: string }; spec?: PersistentVolumeClaimSpec }[];
    };
    for (const { metadata, spec } of volumeClaimTemplates) {
      yield { entry, spec, at: `spec.volumeClaimTemplates[${metadata?.name}].spec` };
    }
  }
}
