import type { Entry } from '../../fleet/model';
import { groupKind } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { REFERENCE_GRANT, type Reference } from './shapes';

interface GrantSpec {
  readonly from?: readonly Reference[];
  readonly to?: readonly Reference[];
}

/** Whether a ReferenceGrant of the target's namespace lets an object refer to it. */
export function isGranted(
  cluster: ClusterView,
  { object: from }: Entry,
  to: { readonly group: string; readonly kind: string; readonly namespace: string; readonly name: string },
): boolean {
  const source = groupKind(from.apiVersion, from.kind);
  for (const { object } of cluster.ofKindIn(REFERENCE_GRANT, to.namespace)) {
    const { from: sources = [], to: targets = [] } = (object['spec'] ?? {}) as GrantSpec;
    const lets = sources.some(
      (s) => `${s.group}/${s.kind}` === source && s.namespace === (from.metadata.namespace ?? ''),
    );
    const takes = targets.some(
      (t) => (t.group ?? '') === to.group && t.kind === to.kind && (t.name === undefined || t.name === to.name),
    );
    if (lets && takes) return true;
  }
  return false;
}
