import type { ApplicationModel } from '../model';
import { groupKind, type KubeObject, specOfObject } from '../object';

/**
 * What an application makes that another may wait for, and what it waits for itself: StorageClasses, for a Pod that
 * waits for its claim is not healthy; stores, for an ExternalSecret without its store is Degraded and fails the sync; policies, for
 * they look at workloads when these are written. The keys are `Kind/name`; the default StorageClass has no name.
 */
export interface Needs {
  readonly makes: ReadonlySet<string>;
  readonly wants: ReadonlySet<string>;
}

const DEFAULT_ANNOTATION = 'storageclass.kubernetes.io/is-default-class';
const storageClass = (name = '') => `StorageClass/${name}`;

export function needsOf({ objects, declares }: ApplicationModel): Needs {
  const makes = new Set((declares.storageClasses ?? []).map(storageClass));
  const wants = new Set((declares.claims ?? []).map((claim) => storageClass(claim.storageClass)));
  for (const { object } of objects) READERS[groupKind(object.apiVersion, object.kind)]?.(object, makes, wants);
  return { makes, wants };
}

type Reader = (object: KubeObject, makes: Set<string>, wants: Set<string>) => void;

const wantClass: Reader = (object, _, wants) =>
  wants.add(storageClass(specOfObject<{ storageClassName?: string }>(object).storageClassName));

/** What looks at workloads. */
const POLICIES = 'Policies/';

const makePolicies: Reader = (_, makes) => makes.add(POLICIES);
const wantPolicies: Reader = (_, __, wants) => wants.add(POLICIES);

const READERS: Readonly<Record<string, Reader>> = {
  'storage.k8s.io/StorageClass': ({ metadata }, makes) => {
    makes.add(storageClass(metadata.name));
    if (metadata.annotations?.[DEFAULT_ANNOTATION] === 'true') makes.add(storageClass());
  },
  PersistentVolumeClaim: wantClass,
  'objectbucket.io/ObjectBucketClaim': wantClass,
  'kyverno.io/ClusterPolicy': makePolicies,
  'policies.kyverno.io/ImageValidatingPolicy': makePolicies,
  'policies.kyverno.io/MutatingPolicy': makePolicies,
  'policies.kyverno.io/ValidatingPolicy': makePolicies,
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding': makePolicies,
  'apps/DaemonSet': wantPolicies,
  'apps/Deployment': wantPolicies,
  'batch/CronJob': wantPolicies,
  'batch/Job': wantPolicies,
  'apps/StatefulSet': (object, makes, wants) => {
    wants.add(POLICIES);
    const { volumeClaimTemplates = [] } = specOfObject<{ volumeClaimTemplates?: readonly KubeObject[] }>(object);
    for (const template of volumeClaimTemplates) wantClass(template, makes, wants);
  },
  'external-secrets.io/ClusterSecretStore': ({ metadata }, makes) => makes.add(`ClusterSecretStore/${metadata.name}`),
  'external-secrets.io/ExternalSecret': (object, _, wants) => {
    const { secretStoreRef } = specOfObject<{ secretStoreRef?: { kind?: string; name?: string } }>(object);
    if (secretStoreRef?.kind === 'ClusterSecretStore') wants.add(`ClusterSecretStore/${secretStoreRef.name}`);
  },
};
