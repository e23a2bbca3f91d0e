import { type KubeObject, splitApiVersion } from '../../../fleet/object';
import { resourceOf } from './plural';
import { Undecidable } from './verdict';

/** An object as it comes to the API server, and what is known of the cluster that it comes to. */
export interface Admission {
  readonly object: KubeObject;
  readonly cluster: Surroundings;
}

/** What policies may ask of a cluster. */
export interface Surroundings {
  /** The object of a Namespace; undefined where nothing here knows it. */
  namespace(name: string): KubeObject | undefined;
  /**
   * The objects of a kind in a namespace; undefined where others may be there. @default - policies that ask are undecidable
   */
  list?(apiVersion: string, plural: string, namespace: string): readonly KubeObject[] | undefined;
}

/** An object's name, or what its name will begin with. */
export function nameOf({ metadata }: KubeObject): string {
  return metadata.name ?? String(metadata['generateName'] ?? '');
}

/** An object's place in the API. */
export interface Resource {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
}

/** Every policy asks for it. */
const resources = new WeakMap<KubeObject, Resource>();

export function resourceOfObject(object: KubeObject): Resource {
  const known = resources.get(object);
  if (known) return known;
  const { apiVersion, kind } = object;
  const made = { ...splitApiVersion(apiVersion), resource: resourceOf(apiVersion, kind) };
  resources.set(object, made);
  return made;
}

/** What a created object's request says of itself. Who asks is known to the API server only. */
export function requestOf({ object }: Admission): Record<string, unknown> {
  const { kind, metadata } = object;
  const resource = resourceOfObject(object);
  const { group, version } = resource;
  const request = {
    operation: 'CREATE',
    namespace: metadata.namespace ?? '',
    name: metadata.name ?? '',
    kind: { group, version, kind },
    requestKind: { group, version, kind },
    resource,
    requestResource: resource,
    subResource: '',
    dryRun: false,
  };
  return unknownIn(request, 'userInfo', 'who makes the request');
}

/** A map with a field that nobody here knows. */
export function unknownIn(map: object, field: string, what: string): Record<string, unknown> {
  return Object.defineProperty(map, field, {
    enumerable: false,
    configurable: true,
    get() {
      throw new Undecidable(`asks ${what}`);
    },
  }) as Record<string, unknown>;
}

/** The labels of an object's namespace, as the API server has them; undefined for a cluster-scoped one. */
export function namespaceLabels({ object, cluster }: Admission): Readonly<Record<string, string>> | undefined {
  const name = object.kind === 'Namespace' ? object.metadata.name : object.metadata.namespace;
  if (name === undefined) return undefined;
  const found = object.kind === 'Namespace' ? object : cluster.namespace(name);
  if (found === undefined)
    throw new Undecidable(`asks for labels of the namespace "${name}", which is not written here`);
  // Since Kubernetes 1.22 the API server adds the name.
  return { 'kubernetes.io/metadata.name': name, ...found.metadata.labels };
}
