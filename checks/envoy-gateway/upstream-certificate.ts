import { ENVOY_GATEWAY_GROUP } from '../../facts/envoy-gateway';
import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import type { ClusterView } from '../cluster-view';
import { type FieldProblem, mapAt, textAt } from '../fields';
import { routesTo } from '../gateway/affected-routes';
import { attachmentsOf } from '../gateway/attachments';
import { backendsOf } from '../gateway/backends';
import { BACKEND_TLS_POLICY, type Reference } from '../gateway/shapes';
import type { Rule } from '../rule';
import { secretNames, secretsOf } from '../secrets-of';
import { refused } from './policies';
import { gatewaysOf } from './proxy-users';
import { ENVOY_PROXY } from './settings';

export const upstreamCertificate: Rule = {
  id: 'envoy-gateway/upstream-certificate',
  holds: 'the certificate that backends are shown is there, in the namespace of who shows it',
  category: 'reference',
  effect: 'ResolvedRefs=False (InvalidBackendTLS) on routes whose backends speak TLS: requests get status 500.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/backendtlspolicy.go: processClientTLSSettings',
  check(cluster, report) {
    for (const entry of [...cluster.ofKind(ENVOY_PROXY), ...cluster.ofKind(`${ENVOY_GATEWAY_GROUP}/Backend`)]) {
      const field = entry.object.kind === 'Backend' ? 'tls' : 'backendTLS';
      const ref = mapAt(mapAt(mapAt(entry.object, 'spec'), field), 'clientCertificateRef');
      const problem = ref && problemOf(cluster, entry, ref, `spec.${field}.clientCertificateRef`);
      if (!problem) continue;
      const also = routesBehind(cluster, entry).map((route) => ({ entry: route, reason: 'InvalidBackendTLS' }));
      report(entry, { ...refused(cluster, entry, problem), reason: undefined, also });
    }
  },
};

function problemOf(cluster: ClusterView, entry: Entry, ref: Reference, at: string): FieldProblem | undefined {
  const { namespace: home = '' } = entry.object.metadata;
  const { name = '', namespace = home } = ref;
  if (namespace !== home) {
    // envoy-gateway/backend says it of a Backend.
    if (entry.object.kind === 'Backend') return undefined;
    const what = `shows backends the certificate of a Secret in ${namespace}`;
    return { at, what, fix: `The Secret has to be in ${home}, with the ${entry.object.kind}.` };
  }
  if (secretsOf(cluster).has(`${namespace}/${name}`)) return undefined;
  const there = didYouMean(name, secretNames(cluster, namespace));
  const what = `shows backends the certificate of the Secret "${name}", which nothing makes in ${namespace}${there}`;
  return { at, what, fix: 'Make a Certificate with that `secretName`.' };
}

/** Routes that speak TLS to a backend with these settings. */
function routesBehind(cluster: ClusterView, entry: Entry): Entry[] {
  const { namespace = '', name } = entry.object.metadata;
  if (entry.object.kind === 'Backend') return routesTo(cluster, ENVOY_GATEWAY_GROUP, 'Backend', namespace, name);
  const gateways = gatewaysOf(cluster, entry);
  const served = new Set(
    attachmentsOf(cluster).flatMap(({ route, parent }) => (parent && gateways.includes(parent) ? [route] : [])),
  );
  const encrypted = backendsOf(cluster).filter(({ route, ref, namespace: at }) => {
    if (!served.has(route)) return false;
    const own = cluster.find(`${ref.group}/${ref.kind}`, at, ref.name ?? '');
    return mapAt(mapAt(own?.object, 'spec'), 'tls') !== undefined || hasPolicy(cluster, at, ref);
  });
  return [...new Set(encrypted.map(({ route }) => route))];
}

function hasPolicy(cluster: ClusterView, namespace: string, ref: Reference): boolean {
  return cluster.ofKindIn(BACKEND_TLS_POLICY, namespace).some(({ object }) => {
    const targets = (mapAt(object, 'spec')?.['targetRefs'] ?? []) as readonly Reference[];
    return targets.some((t) => t.kind === (ref.kind ?? 'Service') && textAt({ ...t }, 'name') === ref.name);
  });
}
