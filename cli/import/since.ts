/**
 * What came to the built-in kinds after Kubernetes 1.34, as far as a manifest can say it. Source: the OpenAPI
 * documents of 1.34, 1.35 and 1.36 compared (as kubernetes-client/python v34.1.0, v35.0.0 and v36.0.0 carry them).
 */
const FIELDS_SINCE: Readonly<Record<string, string>> = {
  'io.k8s.api.core.v1.PodCertificateProjection.userAnnotations': '1.35',
  'io.k8s.api.core.v1.PodSpec.schedulingGroup': '1.36',
  'io.k8s.api.storage.v1.CSIDriverSpec.preventPodSchedulingIfMissing': '1.36',
  'io.k8s.api.storage.v1.CSIDriverSpec.serviceAccountTokenInSecrets': '1.35',
};

/** Kinds by apiVersion and kind, with the first Kubernetes that serves them at that version. */
const KINDS_SINCE: Readonly<Record<string, string>> = {
  'admissionregistration.k8s.io/v1/MutatingAdmissionPolicy': '1.36',
  'admissionregistration.k8s.io/v1/MutatingAdmissionPolicyBinding': '1.36',
  'certificates.k8s.io/v1beta1/PodCertificateRequest': '1.35',
  'resource.k8s.io/v1alpha3/ResourcePoolStatusRequest': '1.36',
  'resource.k8s.io/v1beta2/DeviceTaintRule': '1.36',
  'scheduling.k8s.io/v1alpha2/PodGroup': '1.36',
  'scheduling.k8s.io/v1alpha2/Workload': '1.36',
  'storagemigration.k8s.io/v1beta1/StorageVersionMigration': '1.35',
};

/** True where a definition's field came after the oldest Kubernetes that the types must fit. */
export function isNewerField(definition: string, field: string, oldest: string): boolean {
  return isNewer(FIELDS_SINCE[`${definition}.${field}`], oldest);
}

/** The Kubernetes that a definition's field came with; undefined where it was there before 1.35. */
export function fieldSince(definition: string, field: string): string | undefined {
  return FIELDS_SINCE[`${definition}.${field}`];
}

/** The first Kubernetes that serves a kind at a version; undefined where it was there before 1.35. */
export function kindSince(kind: string): string | undefined {
  return KINDS_SINCE[kind];
}

/** True where a kind came, at this version, after the oldest Kubernetes that the types must fit. */
export function isNewerKind(kind: string, oldest: string): boolean {
  return isNewer(KINDS_SINCE[kind], oldest);
}

function isNewer(since: string | undefined, oldest: string): boolean {
  return since !== undefined && Number(since.split('.')[1]) > Number(oldest.split('.')[1]);
}
