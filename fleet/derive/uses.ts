import type { ApplicationModel } from '../model';
import { type GroupKind, groupKind } from '../object';

/** Every kind that an application applies: seen in its objects, declared by its chart, or made for it by Argo CD. */
export function kindsOf(application: ApplicationModel): Set<GroupKind> {
  const used = new Set<GroupKind>();
  for (const { object } of application.objects) used.add(groupKind(object.apiVersion, object.kind));
  const { kinds = [], crds = [] } = application.declares;
  for (const kind of kinds) used.add(kind);
  if (crds.length > 0) used.add('apiextensions.k8s.io/CustomResourceDefinition');
  if (application.syncOptions.includes('CreateNamespace=true')) used.add('Namespace');
  return used;
}

/** Every namespace that an application writes to. */
export function namespacesOf(application: ApplicationModel): Set<string> {
  const used = new Set([application.namespace, ...(application.declares.namespaces ?? [])]);
  for (const { object } of application.objects) {
    if (object.metadata.namespace !== undefined) used.add(object.metadata.namespace);
  }
  return used;
}
