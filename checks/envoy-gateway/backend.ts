import { isValid, parse } from 'ipaddr.js';
import { ENVOY_GATEWAY_GROUP } from '../../facts/envoy-gateway';
import { isDnsSubdomain } from '../../fleet/names';
import type { ClusterView } from '../cluster-view';
import { type FieldProblem, type Fields, isMap, listAt, mapAt, textAt } from '../fields';
import { routesTo } from '../gateway/affected-routes';
import { BACKEND_TLS_POLICY } from '../gateway/shapes';
import type { Rule } from '../rule';
import { violation } from '../violation';

/** A problem, and the reason that the routes get. */
type BackendProblem = FieldProblem & { readonly reason: 'InvalidAddress' | 'InvalidBackendRef' };

export const backend: Rule = {
  id: 'envoy-gateway/backend',
  holds: 'a Backend is at a host or an address outside of the proxy, and trusts somebody where it speaks TLS',
  effect:
    'Accepted=False; ResolvedRefs=False on its routes (InvalidAddress, InvalidBackendRef): requests get status 500.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/backend.go: validateBackend',
  disagrees:
    'A Backend at `localhost` is clean in a test of Envoy Gateway (v1.9.0) that runs the controller on the host itself, which no manifest says.',
  check(cluster, report) {
    for (const entry of cluster.ofKind(`${ENVOY_GATEWAY_GROUP}/Backend`)) {
      const { namespace = '', name } = entry.object.metadata;
      const [problem] = problemsOf(cluster, name, namespace, mapAt(entry.object, 'spec') ?? {});
      if (!problem) continue;
      const { reason, ...wrong } = problem;
      const routes = routesTo(cluster, ENVOY_GATEWAY_GROUP, 'Backend', namespace, name);
      const also = routes.map((route) => ({ entry: route, reason }));
      report(entry, violation(entry, { ...wrong, also }));
    }
  },
};

function* problemsOf(cluster: ClusterView, name: string, namespace: string, spec: Fields): Iterable<BackendProblem> {
  const endpoints = listAt(spec, 'endpoints').filter(isMap);
  if (textAt(spec, 'type') === 'DynamicResolver' && endpoints.length > 0) {
    const what = 'finds its address by each request’s host, and has endpoints';
    yield { at: 'spec.endpoints', what, fix: 'Take one of the two away.', reason: 'InvalidBackendRef' };
  }
  const tls = mapAt(spec, 'tls');
  if (tls && tls['insecureSkipVerify'] !== true && !trusts(tls) && !hasPolicy(cluster, namespace, name, endpoints)) {
    const what = 'speaks TLS and says nobody whose certificates it trusts';
    const fix = 'Say `wellKnownCACertificates: System` or `caCertificateRefs`.';
    yield { at: 'spec.tls', what, fix, reason: 'InvalidBackendRef' };
  }
  const client = mapAt(tls, 'clientCertificateRef');
  if (client && (textAt(client, 'namespace') || namespace) !== namespace) {
    const what = `shows a certificate from ${textAt(client, 'namespace')}`;
    const fix = 'The Secret has to be in the Backend’s own namespace.';
    yield { at: 'spec.tls.clientCertificateRef', what, fix, reason: 'InvalidBackendRef' };
  }
  for (const [i, endpoint] of endpoints.entries()) yield* addressProblems(endpoint, `spec.endpoints[${i}]`);
}

function* addressProblems(endpoint: Fields, at: string): Iterable<BackendProblem> {
  const reason = 'InvalidAddress';
  const host = textAt(mapAt(endpoint, 'fqdn'), 'hostname') || textAt(endpoint, 'hostname');
  if (host && (isValid(host) || !isDnsSubdomain(host.replace(/\.$/, '')) || !host.includes('.'))) {
    const what = `is at the host "${host}"`;
    yield { at, what, fix: 'Write a name with a dot: "api.example.com"; an address goes under `ip`.', reason };
  }
  const address = textAt(mapAt(endpoint, 'ip'), 'address');
  if (!address) return;
  if (!isValid(address))
    yield { at, what: `is at "${address}", which is no address`, fix: 'Write an IP address.', reason };
  else if (parse(address).range() === 'loopback') {
    yield { at, what: `is at ${address}, the proxy’s own Pod`, fix: 'Write an address outside of the Pod.', reason };
  }
}

const trusts = (tls: Fields) =>
  tls['wellKnownCACertificates'] !== undefined || listAt(tls, 'caCertificateRefs').length > 0;

/** BackendTLSPolicies may say it for the whole Backend, or for each of its ports. */
function hasPolicy(cluster: ClusterView, namespace: string, name: string, endpoints: readonly Fields[]): boolean {
  const sections = cluster.ofKindIn(BACKEND_TLS_POLICY, namespace).flatMap(({ object }) => {
    const spec = mapAt(object, 'spec');
    const validation = mapAt(spec, 'validation');
    if (!validation || !trusts(validation)) return [];
    const targets = listAt(spec, 'targetRefs').filter(isMap);
    return targets
      .filter((target) => target['kind'] === 'Backend' && target['name'] === name)
      .map((target) => textAt(target, 'sectionName'));
  });
  const ports = endpoints.map((endpoint) => String((mapAt(endpoint, 'fqdn') ?? mapAt(endpoint, 'ip'))?.['port']));
  return sections.includes('') || (ports.length > 0 && ports.every((port) => sections.includes(port)));
}
