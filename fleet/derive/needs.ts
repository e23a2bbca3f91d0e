import type { ApplicationModel } from '../model';
import { groupKind, type KubeObject, specOfObject } from '../object';

/**
 * What an application makes that another may wait for, and what it waits for itself: StorageClasses, for a Pod that
 * waits for its claim is not healthy; stores, for an ExternalSecret without its store is Degraded and fails the sync. The keys are
 * `Kind/name`; the default StorageClass has no name.
 */
export interface Needs {
  readonly makes: ReadonlySet<string>;
  readonly wants: ReadonlySet<string>;
  /** What should be there before where that makes no circle: policies look at workloads when these are written. */
  readonly prefers: ReadonlySet<string>;
  /** What must not be later: a route without its Gateway is Progressing, and holds back the waves after it. */
  readonly follows: ReadonlySet<string>;
}

const DEFAULT_ANNOTATION = 'storageclass.kubernetes.io/is-default-class';
const storageClass = (name = '') => `StorageClass/${name}`;

export function needsOf({ objects, declares }: ApplicationModel): Needs {
  const makes = new Set((declares.storageClasses ?? []).map(storageClass));
  const wants = new Set((declares.claims ?? []).map((claim) => storageClass(claim.storageClass)));
  const found: Found = { makes, wants, prefers: new Set(), follows: new Set() };
  for (const { object } of objects) READERS[groupKind(object.apiVersion, object.kind)]?.(object, found);
  return found;
}

type Found = { readonly [K in keyof Needs]: Set<string> };
type Reader = (object: KubeObject, found: Found) => void;

const wantClass: Reader = (object, { wants }) =>
  wants.add(storageClass(specOfObject<{ storageClassName?: string }>(object).storageClassName));

/** What looks at workloads. */
const POLICIES = 'Policies/';

const makePolicies: Reader = (_, { makes }) => makes.add(POLICIES);
const wantPolicies: Reader = (_, { prefers }) => prefers.add(POLICIES);

const gateway = (namespace = '', name = '') => `Gateway ${namespace}/${name}`;
const followGateway: Reader = (object, { follows }) => {
  const { parentRefs = [] } = specOfObject<{ parentRefs?: readonly ParentRef[] }>(object);
  // Anybody may have written the route.
  if (!Array.isArray(parentRefs)) return;
  for (const ref of parentRefs) follows.add(gateway(ref?.namespace ?? object.metadata.namespace, ref?.name));
};

interface ParentRef {
  readonly name?: string;
  readonly namespace?: string;
}

const READERS: Readonly<Record<string, Reader>> = {
  'gateway.networking.k8s.io/Gateway': ({ metadata }, { makes }) =>
    makes.add(gateway(metadata.namespace, metadata.name)),
  ...Object.fromEntries(
    ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'].map((kind) => [
      `gateway.networking.k8s.io/${kind}`,
      followGateway,
    ]),
  ),
  'storage.k8s.io/StorageClass': ({ metadata }, { makes }) => {
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
  'apps/StatefulSet': (object, found) => {
    found.prefers.add(POLICIES);
    const { volumeClaimTemplates = [] } = specOfObject<{ volumeClaimTemplates?: readonly KubeObject[] }>(object);
    for (const template of volumeClaimTemplates) wantClass(template, found);
  },
  'external-secrets.io/ClusterSecretStore': ({ metadata }, { makes }) =>
    makes.add(`ClusterSecretStore/${metadata.name}`),
  'external-secrets.io/ExternalSecret': (object, { wants }) => {
    const { secretStoreRef } = specOfObject<{ secretStoreRef?: { kind?: string; name?: string } }>(object);
    if (secretStoreRef?.kind === 'ClusterSecretStore') wants.add(`ClusterSecretStore/${secretStoreRef.name}`);
  },
};
