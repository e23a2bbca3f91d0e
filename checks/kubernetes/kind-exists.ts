import { GATEWAY_API_GROUP, isGatewayApiKind, servedVersions as servedVersionsOf } from '../../facts/gateway-api';
import type { ClusterProps } from '../../fleet/cluster';
import { providersOf } from '../../fleet/derive/graph';
import { didYouMean } from '../../fleet/did-you-mean';
import { isBuiltIn, kindFacts, meantKind } from '../../fleet/kinds';
import { describe, type GroupKind, groupKind, splitGroupKind } from '../../fleet/object';
import type { Rule } from '../rule';

export const kindExists: Rule = {
  id: 'kubernetes/kind-exists',
  holds: 'every kind is built in, or something brings its CRD',
  category: 'reference',
  effect: 'The sync fails for ever: no matches for kind.',
  source: 'kubernetes v1.36, discovery; Argo CD v3.5.1, gitops-engine/pkg/sync',
  check(cluster, report) {
    const { kinds = [], clusterScopedKinds = [] } = cluster.facts.externals ?? {};
    const provided = new Set([...providersOf(cluster.model).keys(), ...kinds, ...clusterScopedKinds]);
    // Argo CD's own kinds are where the Applications live, which may be a hub.
    for (const entry of cluster.firstOfVersions) {
      if (entry.application === undefined) continue;
      const { apiVersion, kind } = entry.object;
      const key = groupKind(apiVersion, kind);
      // What a release of Gateway API lacks, gateway/kind-served tells.
      if (isUnservedGatewayKind(apiVersion, kind, cluster.facts)) continue;
      // Of an imported kind the served versions are known; of any other only that something brings it.
      if (provided.has(key) && kindFacts(key) === undefined) continue;
      if (isBuiltIn(key) || provided.has(key)) {
        const served = servedVersions(key, cluster.facts.kubernetes);
        if (served.includes(apiVersion.slice(apiVersion.indexOf('/') + 1))) continue;
        const meant = served.length > 0 ? undefined : meantKind(key);
        const slip = meant && splitGroupKind(meant).kind !== kind;
        report(entry, {
          message: `${describe(entry.object)}: Kubernetes ${cluster.facts.kubernetes} has no ${kind} in ${apiVersion}.${slip ? ` Did you mean "${splitGroupKind(meant).kind}"?` : ''}`,
          fix: served.length > 0 ? `Use version ${served.join(' or ')}.` : spelled(meant),
          section: 'apiVersion',
        });
        continue;
      }
      const meant = meantKind(key);
      report(entry, {
        message: `${describe(entry.object)}: nothing in this cluster brings the CustomResourceDefinition of ${key}.${meant ? ` Did you mean "${meant}"?` : didYouMean(key, provided)}`,
        fix: meant
          ? spelled(meant)
          : 'Add the application that installs it (its chart declares it under `crds`), or declare it by `external("CustomResourceDefinition", …)`.',
        section: 'kind',
      });
    }
  },
};

/** Versions of a built-in kind that a Kubernetes serves, as far as the tables know. */
function servedVersions(kind: GroupKind, kubernetes: string): string[] {
  const { versions = [], since = {} } = kindFacts(kind) ?? {};
  const minor = (release: string | undefined) => Number(release?.split('.')[1] ?? 0);
  return versions.filter((version) => minor(since[version]) <= minor(kubernetes));
}

/** How a kind is written. */
function spelled(meant: GroupKind | undefined): string {
  if (meant === undefined) return 'Look at the apiVersion and the kind.';
  const { group, kind } = splitGroupKind(meant);
  const versions = (kindFacts(meant)?.versions ?? []).map((version) =>
    group === '' ? version : `${group}/${version}`,
  );
  return `Write kind ${kind} with apiVersion ${versions.join(' or ')}.`;
}

function isUnservedGatewayKind(apiVersion: string, kind: string, { gatewayApi }: ClusterProps): boolean {
  const [group, version = ''] = apiVersion.split('/');
  if (group !== GATEWAY_API_GROUP || !gatewayApi || !isGatewayApiKind(kind)) return false;
  return !servedVersionsOf(kind, gatewayApi).includes(version);
}
