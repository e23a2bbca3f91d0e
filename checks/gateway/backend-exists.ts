import { ENVOY_GATEWAY_GROUP } from '../../facts/envoy-gateway';
import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { ServiceSpec } from '../../imports/k8s';
import type { ClusterView } from '../cluster-view';
import { servedByEnvoy } from '../envoy-gateway/serves';
import type { Rule } from '../rule';
import { type Backend, backendsOf } from './backends';

/** Services of other clusters: the multi-cluster services API. */
const SERVICE_IMPORT_GROUP = 'multicluster.x-k8s.io';

export const backendExists: Rule = {
  id: 'gateway/backend-exists',
  holds: 'a route’s Service is there, with the port and protocol that it names',
  reason: 'BackendNotFound',
  category: 'reference',
  effect:
    'ResolvedRefs=False (BackendNotFound, PortNotFound, InvalidKind, UnsupportedValue): requests get status 500, connections are closed.',
  source:
    'Gateway API v1.6.1, BackendObjectReference; Envoy Gateway v1.9.0, internal/gatewayapi/validate.go: validateBackendRef',
  check(cluster, report) {
    for (const backend of backendsOf(cluster)) {
      const { route, ref, at, namespace, service, isService } = backend;
      const name = `${namespace}/${ref.name}`;
      const fail = (text: string, fix: string, { section = at, reason }: { section?: string; reason?: string } = {}) =>
        report(route, { reason, message: `${describe(route.object)} ${text}`, fix, section });
      if (!isService) {
        if (ref.group === SERVICE_IMPORT_GROUP && ref.kind === 'ServiceImport') {
          if (cluster.find(`${SERVICE_IMPORT_GROUP}/ServiceImport`, namespace, ref.name ?? '')) continue;
          fail(
            `sends to ServiceImport ${name}, which nothing makes.`,
            'Export the Service in the cluster that has it, and write the ServiceImport here.',
          );
        }
        // What a foreign group's kind is, nobody here knows.
        if (['', 'apps', 'batch'].includes(ref.group ?? '') || isUnknown(cluster, backend)) {
          const kind = [ref.group, ref.kind ?? 'Service'].filter(Boolean).join('/');
          fail(`sends to ${kind}, which is no backend.`, 'Send to a Service, with an empty group.', {
            reason: 'InvalidKind',
          });
        }
      } else if (!service) {
        if (cluster.hasService(namespace, ref.name ?? '')) continue;
        const there = cluster.names('Service', namespace);
        fail(
          `sends to Service ${name}, which nothing makes.${didYouMean(ref.name ?? '', there)}`,
          'Name a Service of this cluster, with its namespace, or declare it by `external("Service", …)`.',
        );
      } else if (((service.object['spec'] ?? {}) as ServiceSpec).type === 'ExternalName') {
        fail(`sends to Service ${name}, which is only a name for a host outside.`, 'Use a Backend of Envoy Gateway.');
      } else {
        const wrong = portProblem(backend);
        if (wrong) fail(wrong.text, wrong.fix, { section: `${at}.port`, reason: wrong.reason });
      }
    }
  },
};

/** Whether Envoy Gateway, which knows few kinds, has to serve it. */
function isUnknown(cluster: ClusterView, { route, ref }: Backend): boolean {
  return ref.group !== SERVICE_IMPORT_GROUP && ref.group !== ENVOY_GATEWAY_GROUP && servedByEnvoy(cluster, route);
}

function portProblem({ route, ref, namespace, service }: Backend) {
  const { ports = [] } = (service?.object['spec'] ?? {}) as ServiceSpec;
  const numbers = ports.map(({ port }) => port).join(', ');
  const name = `Service ${namespace}/${ref.name}`;
  if (ref.port === undefined) {
    return { text: `sends to ${name}, and names no port.`, fix: `Name one: ${numbers}.`, reason: 'PortNotSpecified' };
  }
  const port = ports.filter((p) => p.port === ref.port);
  const reason = 'PortNotFound';
  if (port.length === 0) {
    const text = `sends to port ${ref.port} of ${name}, which has none such.`;
    return { text, fix: `Name one of its ports: ${numbers}.`, reason };
  }
  const protocol = route.object.kind === 'UDPRoute' ? 'UDP' : 'TCP';
  if (port.some((p) => (p.protocol ?? 'TCP') === protocol)) return undefined;
  const spoken = port[0]?.protocol ?? 'TCP';
  const text = `sends ${protocol} to port ${ref.port} of ${name}, which speaks ${spoken}.`;
  return { text, fix: 'Name a port of its protocol.', reason };
}
