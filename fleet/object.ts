/** A Kubernetes object as plain JSON, as it is written to a manifest. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMetadata;
  [field: string]: unknown;
}

export interface ObjectMetadata {
  name: string;
  namespace?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  [field: string]: unknown;
}

/** An object's API group; the core group is the empty string, as in an AppProject or a Role. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** The two parts of an apiVersion. */
export function splitApiVersion(apiVersion: string): { group: string; version: string } {
  const group = groupOf(apiVersion);
  return { group, version: group === '' ? apiVersion : apiVersion.slice(group.length + 1) };
}

/** A kind with its group, without the version: `apps/Deployment`, `ConfigMap`. It is what identifies a kind. */
export type GroupKind = string;

export function groupKind(apiVersion: string, kind: string): GroupKind {
  const known = groupKinds.get(apiVersion)?.get(kind);
  return known ?? makeGroupKind(apiVersion, kind);
}

/** Asked several times for every object, and there are few: each is made once. */
const groupKinds = new Map<string, Map<string, GroupKind>>();

function makeGroupKind(apiVersion: string, kind: string): GroupKind {
  const group = groupOf(apiVersion);
  const made = group === '' ? kind : `${group}/${kind}`;
  const kinds = groupKinds.get(apiVersion) ?? new Map<string, GroupKind>();
  groupKinds.set(apiVersion, kinds.set(kind, made));
  return made;
}

/** The two parts of a `GroupKind`. */
export function splitGroupKind(groupKind: GroupKind): { group: string; kind: string } {
  const slash = groupKind.lastIndexOf('/');
  return slash < 0
    ? { group: '', kind: groupKind }
    : { group: groupKind.slice(0, slash), kind: groupKind.slice(slash + 1) };
}

/** A kind that an object defines: a CustomResourceDefinition, or a template of Gatekeeper, which makes one of it. */
export interface Definition {
  readonly kind: GroupKind;
  readonly namespaced: boolean;
}

export function definitionOf(object: KubeObject): Definition | undefined {
  if (object.kind === 'CustomResourceDefinition') {
    const spec = object['spec'] as { group?: string; scope?: string; names?: { kind?: string } } | undefined;
    return { kind: `${spec?.group}/${spec?.names?.kind}`, namespaced: spec?.scope !== 'Cluster' };
  }
  if (object.kind === 'ConstraintTemplate') {
    const spec = object['spec'] as { crd?: { spec?: { names?: { kind?: string } } } } | undefined;
    return { kind: `constraints.gatekeeper.sh/${spec?.crd?.spec?.names?.kind}`, namespaced: false };
  }
  return undefined;
}

/** An object as people name it: `Service default/web`. */
export function describe(object: KubeObject): string {
  const { name, namespace } = object.metadata;
  return `${object.kind} ${namespace ? `${namespace}/` : ''}${name}`;
}

/** An object's spec, read as its kind has it; empty where it is no map. */
export function specOfObject<T extends object>(object: KubeObject): T {
  return (typeof object['spec'] === 'object' && object['spec'] !== null ? object['spec'] : {}) as T;
}
