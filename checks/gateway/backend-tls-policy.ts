import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { ServiceSpec } from '../../imports/k8s';
import type { ClusterView } from '../cluster-view';
import type { Rule } from '../rule';
import { secretNames, secretsOf } from '../secrets-of';
import { BACKEND_TLS_POLICY, type Reference } from './shapes';

interface Spec {
  readonly targetRefs?: readonly (Reference & { readonly sectionName?: string })[];
  readonly validation?: { readonly caCertificateRefs?: readonly Reference[] };
}

export const backendTlsPolicy: Rule = {
  id: 'gateway/backend-tls-policy',
  category: 'reference',
  effect:
    'The Gateway goes on speaking without encryption, and nothing reports it; or NoValidCACertificate, or Conflicted.',
  source: 'Gateway API v1.6.1, BackendTLSPolicy; Envoy Gateway v1.9.0, internal/gatewayapi/backendtlspolicy.go',
  check(cluster, report) {
    const taken = new Map<string, string>();
    for (const entry of cluster.ofKind(BACKEND_TLS_POLICY)) {
      const { namespace = '' } = entry.object.metadata;
      const { targetRefs = [], validation } = (entry.object['spec'] ?? {}) as Spec;
      const fail = (text: string, fix: string, section: string, reason?: string) =>
        report(entry, { reason, message: `${describe(entry.object)} ${text}`, fix, section });
      for (const { kind, name = '', sectionName } of targetRefs) {
        if (kind !== 'Service' || cluster.hasService(namespace, name)) continue;
        const service = cluster.find('Service', namespace, name);
        const ports = ((service?.object['spec'] ?? {}) as ServiceSpec).ports ?? [];
        const names = ports.map((port) => port.name ?? '');
        if (!service) {
          fail(
            `is for Service ${namespace}/${name}, which nothing makes.${didYouMean(name, cluster.names('Service', namespace))}`,
            "Name a Service of the policy's own namespace.",
            'spec.targetRefs',
          );
        } else if (sectionName !== undefined && !names.includes(sectionName)) {
          const byNumber = ports.find(({ port }) => String(port) === sectionName);
          fail(
            `is for the port "${sectionName}" of Service ${name}, which has none of that name.${didYouMean(sectionName, names)}`,
            byNumber ? `Write the port's name, "${byNumber.name}", not its number.` : "Write a port's name.",
            'spec.targetRefs',
          );
        }
        const key = `${namespace}/${name}:${sectionName ?? '*'}`;
        const other = taken.get(key);
        if (other) fail(`is for what ${other} is for already.`, 'Put both into one.', 'spec.targetRefs', 'Conflicted');
        else taken.set(key, describe(entry.object));
      }
      for (const ref of validation?.caCertificateRefs ?? []) {
        const wrong = bundleProblem(cluster, namespace, ref);
        if (wrong) fail(wrong.text, wrong.fix, 'spec.validation.caCertificateRefs', wrong.reason);
      }
    }
  },
};

/** Where Envoy Gateway reads bundles from; a ClusterTrustBundle may be the cluster's own. */
function bundleProblem(cluster: ClusterView, namespace: string, { kind = '', name = '' }: Reference) {
  const reason = 'NoValidCACertificate';
  const fix = 'Create it with the key `ca.crt`.';
  if (kind === 'ConfigMap') {
    if (cluster.find(kind, namespace, name) || cluster.isExternal('configMaps', namespace, name)) return undefined;
    const there = didYouMean(name, cluster.names(kind, namespace));
    return { text: `trusts the ConfigMap "${name}", which nothing makes in ${namespace}.${there}`, fix, reason };
  }
  if (kind === 'Secret') {
    if (secretsOf(cluster).has(`${namespace}/${name}`)) return undefined;
    const there = didYouMean(name, secretNames(cluster, namespace));
    return { text: `trusts the Secret "${name}", which nothing makes in ${namespace}.${there}`, fix, reason };
  }
  if (kind === 'ClusterTrustBundle') return undefined;
  const text = `trusts a ${kind}, which holds no bundle of certificates.`;
  return { text, fix: 'Name a ConfigMap, a Secret or a ClusterTrustBundle.', reason: 'InvalidKind' };
}
