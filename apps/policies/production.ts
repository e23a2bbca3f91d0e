import { ImageValidatingPolicy } from '../../constructs/kyverno/image-validating-policy';
import { PODS } from '../../constructs/kyverno/presets/pods';
import type { Application } from '../../fleet/application';

/** Where production's images come from. */
export const REGISTRIES = [
  'docker.io/envoyproxy',
  'docker.io/grafana',
  'docker.io/itzg',
  // Loki's gateway.
  'docker.io/nginxinc',
  'docker.io/velero',
  // Argo CD's Redis.
  'ecr-public.aws.com/docker/library',
  'ghcr.io',
  'quay.io',
  'registry.k8s.io',
] as const;

/**
 * Argo CD, which may do everything, runs only as its own release workflow signed it. Source: Argo CD's documentation, "Verification
 * of Argo CD artifacts". A registry or a transparency log that does not answer does not keep it from starting.
 */
export function signedArgoCd(app: Application): void {
  new ImageValidatingPolicy(app, 'signed-argo-cd', {
    title: 'Signed Argo CD',
    category: 'Supply Chain',
    severity: 'high',
    description: 'Argo CD’s images are signed by its release workflow.',
    match: { ...PODS, namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'argocd' } } },
    action: 'Deny',
    failurePolicy: 'Ignore',
    timeoutSeconds: 20,
    images: ['quay.io/argoproj/argocd*'],
    // The chart names a tag; what is in git stays as it is written.
    mutateDigest: false,
    verifyDigest: false,
    attestors: {
      workflow: {
        keyless: [
          {
            issuer: 'https://token.actions.githubusercontent.com',
            subjectRegExp: '^https://github.com/argoproj/argo-cd/.github/workflows/image-reuse.yaml@refs/tags/v',
          },
        ],
      },
    },
  });
}
