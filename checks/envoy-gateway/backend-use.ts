import { ENVOY_GATEWAY_GROUP } from '../../facts/envoy-gateway';
import { describe } from '../../fleet/object';
import { isMap, listAt, mapAt, textAt } from '../fields';
import { type Backend, backendsOf } from '../gateway/backends';
import { items, routeSpec } from '../gateway/shapes';
import type { Rule } from '../rule';

export const backendUse: Rule = {
  id: 'envoy-gateway/backend-use',
  holds: 'a route sends to no sockets, not to hosts and addresses at once, and to a DynamicResolver alone',
  category: 'reference',
  effect: 'ResolvedRefs=False (UnsupportedAddressType, InvalidBackendRef): requests get status 500.',
  source:
    'Envoy Gateway v1.9.0, internal/gatewayapi: validate.go validateBackendRefBackend, route.go validateDestinationSettings and processDestinations',
  check(cluster, report) {
    for (const backend of backendsOf(cluster)) {
      if (backend.ref.kind !== 'Backend' || backend.ref.group !== ENVOY_GATEWAY_GROUP) continue;
      const entry = cluster.find(`${ENVOY_GATEWAY_GROUP}/Backend`, backend.namespace, backend.ref.name ?? '');
      const problem = entry && problemOf(backend, mapAt(entry.object, 'spec') ?? {});
      if (!problem) continue;
      const { text, fix, reason } = problem;
      const message = `${describe(backend.route.object)} sends to ${describe(entry.object)}, ${text}.`;
      report(backend.route, { message, fix, reason, section: backend.at });
    }
  },
};

function problemOf({ route, at }: Backend, spec: Readonly<Record<string, unknown>>) {
  const endpoints = listAt(spec, 'endpoints').filter(isMap);
  const reason = 'UnsupportedAddressType';
  if (endpoints.some((endpoint) => endpoint['unix'] !== undefined)) {
    return { text: 'which is a socket in the proxy’s Pod', fix: 'Routes send to hosts and addresses only.', reason };
  }
  const hosts = endpoints.filter((endpoint) => endpoint['fqdn'] !== undefined).length;
  if (hosts > 0 && hosts < endpoints.length) {
    return { text: 'which has hosts and addresses', fix: 'Make two Backends of it.', reason };
  }
  if (textAt(spec, 'type') !== 'DynamicResolver') return undefined;
  const index = Number(/^spec\.rules\[(\d+)\]\.backendRefs/.exec(at)?.[1]);
  if (items(routeSpec(route).rules?.[index]?.backendRefs).length < 2) return undefined;
  const text = 'which finds its address by each request’s host, and to others';
  return { text, fix: 'Let it be the rule’s only backend.', reason: 'InvalidBackendRef' };
}
