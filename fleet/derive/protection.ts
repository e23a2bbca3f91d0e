import type { ApplicationModel } from '../model';
import { groupKind } from '../object';
import { addSyncOptions } from './annotations';
import { isStateful, PROTECTED_KINDS } from './stateful-kinds';

/** Marks every object that holds data: no sync and no deletion of the Application takes it away. */
export function protect(application: ApplicationModel): void {
  for (const { object } of application.objects) {
    if (PROTECTED_KINDS.has(groupKind(object.apiVersion, object.kind))) {
      addSyncOptions(object, 'Prune=false', 'Delete=false');
    }
  }
}

/** True for an application whose deletion would take data with it: seen in its objects, or declared by its chart. */
export function isStatefulApplication(application: ApplicationModel): boolean {
  const { declares, objects } = application;
  return (
    (declares.crds ?? []).length > 0 ||
    (declares.kinds ?? []).some((kind) => isStateful(kind, undefined)) ||
    objects.some(({ object }) => isStateful(groupKind(object.apiVersion, object.kind), object))
  );
}
