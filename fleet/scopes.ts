import { kindFacts } from './kinds';
import type { Declared } from './model';
import { definedKind, type GroupKind, type KubeObject } from './object';

/** Which kinds live in a namespace: built in, imported, defined by a CRD of the cluster, or declared by a chart. */
export class Scopes {
  private readonly known = new Map<GroupKind, boolean>();

  constructor(definitions: readonly KubeObject[], declared: readonly Declared[]) {
    for (const definition of definitions) {
      const spec = definition['spec'] as { scope?: string } | undefined;
      this.known.set(definedKind(definition), spec?.scope !== 'Cluster');
    }
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
