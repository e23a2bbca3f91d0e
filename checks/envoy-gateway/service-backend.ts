import { ENVOY_GATEWAY_GROUP } from '../../facts/envoy-gateway';
import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import type { ServiceSpec } from '../../imports/k8s';
import type { ClusterView } from '../cluster-view';
import { type FieldProblem, mapAt, textAt } from '../fields';
import { isGranted } from '../gateway/grants';
import type { BackendRef } from '../gateway/shapes';
import type { Rule } from '../rule';
import { refused } from './policies';
import { refusedProxy } from './proxy-users';
import { serviceBackendsOf } from './service-backends';

export const serviceBackend: Rule = {
  id: 'envoy-gateway/service-backend',
  holds: 'a service that Envoy itself asks is there, with its port, and in reach',
  category: 'reference',
  effect:
    'The policy is Invalid, and its routes answer every request with status 500; an EnvoyProxy is InvalidParameters, and its Gateways are not programmed.',
  source: 'Envoy Gateway v1.9.0, internal/gatewayapi/validate.go: validateExtServiceBackendReference',
  check(cluster, report) {
    for (const { owner, ref, at } of serviceBackendsOf(cluster)) {
      const problem = problemOf(cluster, owner, ref, at);
      if (!problem) continue;
      report(
        owner,
        owner.object.kind === 'EnvoyProxy' ? refusedProxy(cluster, owner, problem) : refused(cluster, owner, problem),
      );
    }
  },
};

function problemOf(cluster: ClusterView, owner: Entry, ref: BackendRef, at: string): FieldProblem | undefined {
  const { group = '', kind = 'Service', name = '' } = ref;
  // The schema tells of a missing name.
  if (name === '') return undefined;
  const home = owner.object.metadata.namespace ?? '';
  const namespace = ref.namespace ?? home;
  const label = `${kind} ${namespace}/${name}`;
  const found =
    kind === 'Service' && group === ''
      ? serviceProblem(cluster, ref, namespace, at)
      : kind === 'Backend' && group === ENVOY_GATEWAY_GROUP
        ? backendProblem(cluster, namespace, name, at)
        : kind === 'ServiceImport'
          ? undefined
          : { at, what: `asks ${label}, which is no service`, fix: 'Name a Service or a Backend, with its group.' };
  // An EnvoyProxy is the operator's own: it needs no grant.
  if (
    found ||
    namespace === home ||
    owner.object.kind === 'EnvoyProxy' ||
    isGranted(cluster, owner, { group, kind, namespace, name })
  )
    return found;
  const what = `asks ${label}, which does not let it`;
  return { at, what, fix: `Add a ReferenceGrant in ${namespace} from ${owner.object.kind} to the ${kind}.` };
}

function serviceProblem(
  cluster: ClusterView,
  { name = '', port }: BackendRef,
  namespace: string,
  at: string,
): FieldProblem | undefined {
  const label = `Service ${namespace}/${name}`;
  if (port === undefined) return { at, what: `asks ${label} and names no port`, fix: 'Say `port`.' };
  const service = cluster.find('Service', namespace, name);
  if (!service) {
    if (cluster.hasService(namespace, name)) return undefined;
    const there = didYouMean(name, cluster.names('Service', namespace));
    return {
      at,
      what: `asks ${label}, which nothing makes${there}`,
      fix: 'Name a Service of this cluster, with its namespace.',
    };
  }
  const { type, ports = [] } = (service.object['spec'] ?? {}) as ServiceSpec;
  if (type === 'ExternalName') {
    const what = `asks ${label}, which is only a name for a host outside`;
    return { at, what, fix: 'Make a Backend with that host.' };
  }
  if (ports.some((p) => p.port === port && (p.protocol ?? 'TCP') === 'TCP')) return undefined;
  const numbers = ports.map((p) => p.port).join(', ');
  return {
    at,
    what: `asks port ${port} of ${label}, which has none such`,
    fix: `Name one of its TCP ports: ${numbers}.`,
  };
}

function backendProblem(cluster: ClusterView, namespace: string, name: string, at: string): FieldProblem | undefined {
  const kind = `${ENVOY_GATEWAY_GROUP}/Backend`;
  const backend = cluster.find(kind, namespace, name);
  if (!backend) {
    const there = didYouMean(name, cluster.names(kind, namespace));
    return { at, what: `asks Backend ${namespace}/${name}, which nothing makes${there}`, fix: 'Create it.' };
  }
  if (textAt(mapAt(backend.object, 'spec'), 'type') !== 'DynamicResolver') return undefined;
  const what = `asks Backend ${namespace}/${name}, which has no address of its own`;
  return { at, what, fix: 'A DynamicResolver is for routes: name a Backend with endpoints.' };
}
