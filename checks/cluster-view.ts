import type { ClusterProps } from '../fleet/cluster';
import type { ClusterModel, Entry } from '../fleet/model';
import { type GroupKind, groupKind } from '../fleet/object';
import type { Scopes } from '../fleet/scopes';

/** A cluster as rules see it: plain objects with an index, and facts. */
export class ClusterView {
  readonly name: string;
  readonly facts: ClusterProps;
  readonly scopes: Scopes;
  /** Objects that are there twice: those that came after the first of group, kind, namespace and name. */
  readonly duplicates: { readonly first: Entry; readonly second: Entry }[] = [];
  private readonly byKind = new Map<GroupKind, Map<string, Entry>>();

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
    for (const entry of entries) {
      const { apiVersion, kind, metadata } = entry.object;
      const key = groupKind(apiVersion, kind);
      const objects = this.byKind.get(key) ?? new Map<string, Entry>();
      if (objects.size === 0) this.byKind.set(key, objects);
      const name = `${metadata.namespace ?? ''}/${metadata.name}`;
      const first = objects.get(name);
      if (first) this.duplicates.push({ first, second: entry });
      else objects.set(name, entry);
    }
  }

  /** All objects of a kind, whatever their version. */
  ofKind(kind: GroupKind): Iterable<Entry> {
    return this.byKind.get(kind)?.values() ?? [];
  }

  /** The object of a kind with this name. */
  find(kind: GroupKind, namespace: string | undefined, name: string): Entry | undefined {
    return this.byKind.get(kind)?.get(`${namespace ?? ''}/${name}`);
  }

  /** The Application object that was derived for an application of this cluster. */
  applicationObject(name: string): Entry | undefined {
    const { argocd } = this.model;
    return argocd && this.find('argoproj.io/Application', argocd.namespace, `${argocd.prefix}${name}`);
  }

  /** Names of a kind in a namespace, for "did you mean". */
  names(kind: GroupKind, namespace?: string): string[] {
    return [...this.ofKind(kind)]
      .filter(({ object }) => namespace === undefined || object.metadata.namespace === namespace)
      .map(({ object }) => object.metadata.name);
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
