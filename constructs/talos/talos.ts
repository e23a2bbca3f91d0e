import type { Node, Platform } from '../../fleet/platform';

export interface TalosProps {
  /** The machines, by the names that Talos gives their Node objects. */
  readonly nodes: readonly Node[];
}

/**
 * Talos Linux on machines of one's own. Talos enforces Pod Security "baseline" outside kube-system, so a
 * namespace that needs more says so with its labels.
 */
export function talos(props: TalosProps): Platform {
  return { name: 'talos', nodes: props.nodes };
}
