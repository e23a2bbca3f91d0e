import type { ApplicationModel, ClusterModel } from '../model';
import type { KubeObject } from '../object';

/** Stands for the class that claims get which name none. */
const DEFAULT_CLASS = Symbol('the default StorageClass');
type ClassName = string | typeof DEFAULT_CLASS;

const DEFAULT_ANNOTATION = 'storageclass.kubernetes.io/is-default-class';

/** The application that makes each StorageClass. */
export function classMakers(model: ClusterModel): Map<ClassName, string> {
  const makers = new Map<ClassName, string>();
  for (const { name: maker, objects, declares } of model.applications) {
    for (const name of declares.storageClasses ?? []) makers.set(name, maker);
    for (const { object } of objects) {
      if (object.kind !== 'StorageClass') continue;
      makers.set(object.metadata.name, maker);
      if (object.metadata.annotations?.[DEFAULT_ANNOTATION] === 'true') makers.set(DEFAULT_CLASS, maker);
    }
  }
  return makers;
}

/** The StorageClasses of an application's claims: its own, its StatefulSets', its chart's, and its buckets'. */
export function classesWanted({ objects, declares }: ApplicationModel): Set<ClassName> {
  const wanted = new Set<ClassName>();
  for (const { storageClass } of declares.claims ?? []) wanted.add(storageClass ?? DEFAULT_CLASS);
  for (const { object } of objects) {
    if (object.kind === 'PersistentVolumeClaim' || object.kind === 'ObjectBucketClaim') wanted.add(classOf(object));
    if (object.kind !== 'StatefulSet') continue;
    const { volumeClaimTemplates = [] } = (object['spec'] ?? {}) as { volumeClaimTemplates?: readonly KubeObject[] };
    for (const template of volumeClaimTemplates) wanted.add(classOf(template));
  }
  return wanted;
}

const classOf = (object: KubeObject): ClassName =>
  (object['spec'] as { storageClassName?: string } | undefined)?.storageClassName ?? DEFAULT_CLASS;
