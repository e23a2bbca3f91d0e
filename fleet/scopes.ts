import { kindFacts } from './kinds';
import type { Declared } from './model';
import type { Definition, GroupKind } from './object';

/** Which kinds live in a namespace: built in, imported, defined by a CRD of the cluster, or declared by a chart. */
export class Scopes {
  private readonly known = new Map<GroupKind, boolean>();

  constructor(definitions: readonly Definition[], declared: readonly Declared[]) {
    for (const { kind, namespaced } of definitions) this.known.set(kind, namespaced);
    for (const { crds = [], clusterScoped = [] } of declared) {
      for (const kind of crds) this.known.set(kind, true);
      for (const kind of clusterScoped) this.known.set(kind, false);
    }
  }

  /** Undefined where nobody says it. */
  isNamespaced(groupKind: GroupKind): boolean | undefined {
    return kindFacts(groupKind)?.namespaced ?? this.known.get(groupKind);
  }
}
