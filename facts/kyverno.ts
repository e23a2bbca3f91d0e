/** Kyverno's releases that are known, with their charts. Source: kyverno/kyverno, charts/kyverno/Chart.yaml at each tag. */
const RELEASES = {
  '1.16': { chart: '3.6.4', app: 'v1.16.4' },
  '1.17': { chart: '3.7.2', app: 'v1.17.2' },
  '1.18': { chart: '3.8.1', app: 'v1.18.1' },
  '1.19': { chart: '3.9.0', app: 'v1.19.0' },
} as const;

export type KyvernoVersion = keyof typeof RELEASES;
export const KYVERNO_VERSIONS = Object.keys(RELEASES) as readonly KyvernoVersion[];
export const NEWEST_KYVERNO: KyvernoVersion = '1.19';

/** The Kyverno that a cluster has: policies are written in its form. */
export interface KyvernoFacts {
  readonly version: KyvernoVersion;
}

/** The chart of a release; of the newest for one that is not known, which the cluster is told of. */
export function kyvernoChart(version: KyvernoVersion): string {
  return (RELEASES[version] ?? RELEASES[NEWEST_KYVERNO]).chart;
}

/**
 * Whether a release serves `policies.kyverno.io/v1`, the kinds of CEL. Since 1.17, which also deprecates ClusterPolicy and
 * Policy.
 */
export function hasCelKinds(version: KyvernoVersion): boolean {
  return isAtLeast(version, '1.17');
}

/**
 * Whether a release's kinds of CEL do all that the classic ones do. Before 1.19 a policy with a namespaceSelector is not carried
 * over to what makes Pods, and policies share a webhook with the selector of the last of them (kyverno v1.18.1,
 * pkg/controllers/webhook/validating.go; seen with v1.17.2).
 */
export function prefersCelKinds(version: KyvernoVersion): boolean {
  return isAtLeast(version, '1.19');
}

const isAtLeast = (version: KyvernoVersion, other: KyvernoVersion) =>
  KYVERNO_VERSIONS.indexOf(version) >= KYVERNO_VERSIONS.indexOf(other);

/** The group of the kinds of CEL, and the group of the classic ones. */
export const CEL_GROUP = 'policies.kyverno.io';
export const CLASSIC_GROUP = 'kyverno.io';

/** The label by which the background controller's role takes in others. Source: kyverno v1.19.0, charts/kyverno. */
export const GENERATOR_LABEL = 'rbac.kyverno.io/aggregate-to-background-controller';
