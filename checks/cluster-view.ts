import type { ClusterFacts } from '../fleet/cluster';
import { meantKind } from '../fleet/kinds';
import type { ClusterModel, Entry, HelmSource } from '../fleet/model';
import { type GroupKind, groupKind } from '../fleet/object';
import type { Scopes } from '../fleet/scopes';

/** A cluster as rules see it: plain objects with an index, and facts. */
export class ClusterView {
  readonly name: string;
  readonly facts: ClusterFacts;
  readonly scopes: Scopes;
  /** Objects that are there twice: those that came after the first of group, kind, namespace and name. */
  readonly duplicates: { readonly first: Entry; readonly second: Entry }[] = [];
  /** Objects that have annotations. */
  readonly annotated: Entry[] = [];
  /** The first object of each version of each kind. */
  readonly firstOfVersions: Entry[] = [];
  private readonly byKind = new Map<GroupKind, OfKind>();

  /**
   * @param model the cluster
   * @param entries all its objects, derived ones too
   */
  constructor(
    readonly model: ClusterModel,
    readonly entries: readonly Entry[],
  ) {
    this.name = model.name;
    this.facts = model.facts;
    this.scopes = model.scopes;
    // Versions of a kind share what is known of it; finding it by both names needs no new string for every object.
    const byVersion = new Map<string, Map<string, OfKind>>();
    for (const entry of entries) {
      const { apiVersion, kind, metadata } = entry.object;
      const kinds = into(byVersion, apiVersion, newMap<OfKind>);
      let found = kinds.get(kind);
      if (found === undefined) {
        found = into(this.byKind, this.kindOf(apiVersion, kind), () => ({ entries: [], names: new Map() }));
        kinds.set(kind, found);
        this.firstOfVersions.push(entry);
      }
      if (metadata.annotations !== undefined) this.annotated.push(entry);
      const names = into(found.names, metadata.namespace ?? '', newMap<Entry>);
      const first = names.get(metadata.name);
      if (first) {
        this.duplicates.push({ first, second: entry });
        continue;
      }
      names.set(metadata.name, entry);
      found.entries.push(entry);
    }
  }

  /**
   * A kind that there is not stands for the one that is meant: kubernetes/kind-exists tells of it, and what refers to the object
   * finds it.
   */
  private kindOf(apiVersion: string, kind: string): GroupKind {
    const key = groupKind(apiVersion, kind);
    return this.scopes.isNamespaced(key) === undefined ? (meantKind(key) ?? key) : key;
  }

  /** All objects of a kind, whatever their version. */
  ofKind(kind: GroupKind): Iterable<Entry> {
    return this.byKind.get(kind)?.entries ?? [];
  }

  /** The objects of a kind in a namespace; of a cluster-scoped kind without one. */
  ofKindIn(kind: GroupKind, namespace: string | undefined): readonly Entry[] {
    const there = this.byKind.get(kind)?.names.get(namespace ?? '');
    return there ? [...there.values()] : NONE;
  }

  /** The object of a kind with this name. */
  find(kind: GroupKind, namespace: string | undefined, name: string): Entry | undefined {
    return this.byKind
      .get(kind)
      ?.names.get(namespace ?? '')
      ?.get(name);
  }

  /** The Application object that was derived for an application of this cluster. */
  applicationObject(name: string): Entry | undefined {
    const { argocd } = this.model;
    return argocd && this.find('argoproj.io/Application', argocd.namespace, `${argocd.prefix}${name}`);
  }

  /** A chart that an application of this cluster installs, by its name. */
  chart(name: string): HelmSource | undefined {
    return this.model.applications.find(({ helm }) => helm?.chart === name)?.helm;
  }

  /** Names of a kind in a namespace, for "did you mean". */
  names(kind: GroupKind, namespace?: string): string[] {
    const there = namespace === undefined ? [...this.ofKind(kind)] : this.ofKindIn(kind, namespace);
    return there.map(({ object }) => object.metadata.name);
  }

  /** Kinds that are used here. */
  kinds(): Iterable<GroupKind> {
    return this.byKind.keys();
  }

  /** True for a Service that is not written here: Kubernetes' own, a chart's, or one that the cluster names. */
  hasService(namespace: string, name: string): boolean {
    const key = `${namespace}/${name}`;
    if (key === 'default/kubernetes' || this.facts.externals?.services?.includes(key)) return true;
    return this.model.applications.some((application) =>
      (application.declares.services ?? []).some(
        (service) => (service.includes('/') ? service : `${application.namespace}/${service}`) === key,
      ),
    );
  }

  /** True where a Secret or ConfigMap is said to be there without being written here. */
  isExternal(list: 'secrets' | 'configMaps', namespace: string | undefined, name: string): boolean {
    return this.facts.externals?.[list]?.includes(`${namespace ?? ''}/${name}`) ?? false;
  }
}

/** Objects of a kind, and the same by namespace and name. */
interface OfKind {
  readonly entries: Entry[];
  readonly names: Map<string, Map<string, Entry>>;
}

const NONE: readonly Entry[] = [];

const newMap = <V>() => new Map<string, V>();

/** What a map has at a key, made where it has nothing. */
function into<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
