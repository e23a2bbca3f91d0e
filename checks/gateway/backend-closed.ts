import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { LabelSelector, NetworkPolicySpec, ServiceSpec } from '../../imports/k8s';
import type { ClusterView } from '../cluster-view';
import { selects } from '../label-selector';
import type { Rule } from '../rule';
import { podsWith } from '../selected-pods';
import { specOf } from '../spec-of';
import { backendsOf } from './backends';

export const backendClosed: Rule = {
  id: 'gateway/backend-closed',
  holds: 'the NetworkPolicies of a backend’s Pods let the Gateway’s proxies in',
  category: 'reference',
  effect: 'Every request times out: the NetworkPolicies of its Pods let the Gateway’s proxies not in.',
  source:
    'kubernetes v1.36, networking.k8s.io/v1: NetworkPolicyPeer; Envoy Gateway v1.9.0: proxies run in its own namespace',
  check(cluster, report) {
    const told = new Set<Entry>();
    for (const { route, service, namespace } of backendsOf(cluster)) {
      if (!service || told.has(service) || namespace === proxyNamespace(cluster)) continue;
      told.add(service);
      const closing = policiesOf(cluster, service, namespace);
      if (closing.length === 0 || closing.some((policy) => letsIn(cluster, specOf(policy)))) continue;
      const names = closing.map(({ object }) => object.metadata.name).join(', ');
      report(closing[0] ?? service, {
        message: `${describe(route.object)} sends to ${describe(service.object)}, and the NetworkPolicies of its Pods (${names}) let nobody in from ${proxyNamespace(cluster)}.`,
        fix: 'Let the Gateway’s proxies in: `from: [gateway.proxies()]`, or a namespaceSelector of their namespace.',
        section: 'spec.ingress',
      });
    }
  },
};

/** Where Envoy Gateway runs its proxies. */
function proxyNamespace(cluster: ClusterView): string {
  const installed = cluster.model.applications.find(({ helm }) => helm?.chart === 'gateway-helm');
  return installed?.namespace ?? 'envoy-gateway-system';
}

/** The policies that say what comes in to a Service's Pods. */
function policiesOf(cluster: ClusterView, service: Entry, namespace: string): Entry[] {
  const policies = cluster.ofKindIn('networking.k8s.io/NetworkPolicy', namespace);
  const { selector } = specOf<ServiceSpec>(service);
  if (policies.length === 0 || !selector) return [];
  const pods = podsWith(cluster, namespace, selector);
  return policies.filter((policy) => {
    const { podSelector, policyTypes = ['Ingress'] } = specOf<NetworkPolicySpec>(policy);
    return policyTypes.includes('Ingress') && pods.some(({ labels }) => selects(podSelector, labels));
  });
}

/** Whether a rule lets in what runs in the proxies' namespace; addresses may be theirs. */
function letsIn(cluster: ClusterView, { ingress = [] }: NetworkPolicySpec): boolean {
  return ingress.some(({ from = [] }) =>
    from.length === 0
      ? true
      : from.some(({ ipBlock, namespaceSelector }) => ipBlock || isTheirs(cluster, namespaceSelector)),
  );
}

function isTheirs(cluster: ClusterView, selector: LabelSelector | undefined): boolean {
  // Without a selector of namespaces, its own is meant.
  if (!selector) return false;
  const name = proxyNamespace(cluster);
  const object = cluster.find('Namespace', undefined, name)?.object;
  if (selects(selector, { ...object?.metadata.labels, 'kubernetes.io/metadata.name': name })) return true;
  // Labels of a namespace that is made elsewhere are not known.
  return (
    object === undefined && Object.keys(selector.matchLabels ?? {}).some((key) => key !== 'kubernetes.io/metadata.name')
  );
}
