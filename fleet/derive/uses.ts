import type { ApplicationModel } from '../model';
import { type GroupKind, groupKind } from '../object';

interface Uses {
  readonly kinds: ReadonlySet<GroupKind>;
  readonly namespaces: ReadonlySet<string>;
}

/** Waves, projects and rules all ask; what an application contains is finished by then. */
const known = new WeakMap<ApplicationModel, Uses>();

function usesOf(application: ApplicationModel): Uses {
  const found = known.get(application) ?? { kinds: findKinds(application), namespaces: findNamespaces(application) };
  known.set(application, found);
  return found;
}

/** Every kind that an application applies: seen in its objects, declared by its chart, or made for it by Argo CD. */
export function kindsOf(application: ApplicationModel): ReadonlySet<GroupKind> {
  return usesOf(application).kinds;
}

/** Every namespace that an application writes to. */
export function namespacesOf(application: ApplicationModel): ReadonlySet<string> {
  return usesOf(application).namespaces;
}

function findKinds(application: ApplicationModel): Set<GroupKind> {
  const used = new Set<GroupKind>();
  for (const { object } of application.objects) used.add(groupKind(object.apiVersion, object.kind));
  const { kinds = [], crds = [] } = application.declares;
  for (const kind of kinds) used.add(kind);
  if (crds.length > 0) used.add('apiextensions.k8s.io/CustomResourceDefinition');
  if (application.syncOptions.includes('CreateNamespace=true')) used.add('Namespace');
  return used;
}

function findNamespaces(application: ApplicationModel): Set<string> {
  const used = new Set([application.namespace, ...(application.declares.namespaces ?? [])]);
  for (const { object } of application.objects) {
    if (object.metadata.namespace !== undefined) used.add(object.metadata.namespace);
  }
  return used;
}
