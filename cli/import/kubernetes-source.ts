/** The Kubernetes OpenAPI document that the built-in kinds are generated from, pinned. */
export const kubernetes = {
  /** Release branch of the document. */
  release: '1.36',
  /** The document below `--from DIR`: beside the CRDs' folder. */
  file: '../schemas/kubernetes-1.36.swagger.json',
  url: 'https://raw.githubusercontent.com/kubernetes/kubernetes/release-1.36/api/openapi-spec/swagger.json',
  /** The oldest Kubernetes that the types must fit: what came later is left out (see `since.ts`). */
  oldest: '1.34',
} as const;

/** The API versions whose kinds get types: what a manifest in git uses, at its stable version. */
export const typedVersions: ReadonlySet<string> = new Set([
  'v1',
  'apps/v1',
  'autoscaling/v2',
  'batch/v1',
  'networking.k8s.io/v1',
  'policy/v1',
  'rbac.authorization.k8s.io/v1',
  'scheduling.k8s.io/v1',
  'storage.k8s.io/v1',
  'admissionregistration.k8s.io/v1',
]);
