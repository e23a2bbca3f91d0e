import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { GATEWAY, LISTENER_SET } from '../gateway/shapes';
import type { Rule } from '../rule';
import { CLUSTER_ISSUER, CLUSTER_ISSUER_ANNOTATION, certificatesOf, ISSUER, ISSUER_ANNOTATION } from './shapes';

export const issuerExists: Rule = {
  id: 'cert-manager/issuer-exists',
  holds: 'certificates, and Gateways that want some, name one issuer that is there',
  category: 'reference',
  effect: 'No certificate is made: an event, and a Gateway whose listener never gets its Secret.',
  source: 'cert-manager v1.21.1, pkg/controller/certificate-shim, pkg/controller/certificaterequests',
  check(cluster, report) {
    for (const { entry, spec } of certificatesOf(cluster)) {
      const { issuerRef = {} } = spec;
      if ((issuerRef.group ?? 'cert-manager.io') !== 'cert-manager.io') continue;
      const problem = missing(cluster, entry, issuerRef.kind ?? 'Issuer', issuerRef.name ?? '');
      if (problem) report(entry, { ...problem, section: 'spec.issuerRef' });
    }
    for (const kind of [GATEWAY, LISTENER_SET]) {
      for (const entry of cluster.ofKind(kind)) {
        const { annotations = {} } = entry.object.metadata;
        const [issuer, clusterIssuer] = [annotations[ISSUER_ANNOTATION], annotations[CLUSTER_ISSUER_ANNOTATION]];
        if (issuer !== undefined && clusterIssuer !== undefined) {
          report(entry, {
            message: `${describe(entry.object)} names an Issuer and a ClusterIssuer.`,
            fix: 'Name one of the two.',
            section: 'metadata.annotations',
          });
          continue;
        }
        const { 'cert-manager.io/issuer-kind': said, 'cert-manager.io/issuer-group': group } = annotations;
        if (group !== undefined && group !== 'cert-manager.io') continue;
        const name = issuer ?? clusterIssuer;
        const problem =
          name === undefined
            ? undefined
            : missing(cluster, entry, said ?? (issuer === undefined ? 'ClusterIssuer' : 'Issuer'), name);
        if (problem) report(entry, { ...problem, section: 'metadata.annotations' });
      }
    }
  },
};

function missing(cluster: ClusterView, { object }: Entry, kind: string, name: string) {
  const { namespace } = object.metadata;
  const own = kind === 'ClusterIssuer' ? undefined : namespace;
  const key = kind === 'ClusterIssuer' ? CLUSTER_ISSUER : ISSUER;
  if (cluster.find(key, own, name)) return undefined;
  if (cluster.facts.externals?.issuers?.includes(own === undefined ? name : `${own}/${name}`)) return undefined;
  const other = cluster.find(
    own === undefined ? ISSUER : CLUSTER_ISSUER,
    own === undefined ? namespace : undefined,
    name,
  );
  return {
    message: `${describe(object)} wants certificates of the ${kind} "${name}", which nothing makes${own === undefined ? '' : ` in ${own}`}.${didYouMean(name, cluster.names(key, own))}`,
    fix: other
      ? `There is a ${other.object.kind} of that name: say so.`
      : 'Name one that is there, or declare it by `external("Issuer", …)`.',
  };
}
