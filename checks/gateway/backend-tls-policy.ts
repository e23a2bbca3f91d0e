import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { ServiceSpec } from '../../imports/k8s';
import type { ClusterView } from '../cluster-view';
import type { Rule } from '../rule';
import { routesTo } from './affected-routes';
import { bundleProblems } from './ca-bundle';
import { BACKEND_TLS_POLICY, type Reference } from './shapes';

type Target = Reference & { readonly sectionName?: string };

interface Spec {
  readonly targetRefs?: readonly Target[];
  readonly validation?: { readonly caCertificateRefs?: readonly Reference[] };
}

export const backendTlsPolicy: Rule = {
  id: 'gateway/backend-tls-policy',
  holds: 'a BackendTLSPolicy is for a port of a Service by its name, once, and trusts what is there',
  category: 'reference',
  effect:
    'The Gateway goes on speaking without encryption, and nothing reports it; or NoValidCACertificate, or Conflicted.',
  source: 'Gateway API v1.6.1, BackendTLSPolicy; Envoy Gateway v1.9.0, internal/gatewayapi/backendtlspolicy.go',
  check(cluster, report) {
    const taken = new Map<string, string>();
    for (const entry of cluster.ofKind(BACKEND_TLS_POLICY)) {
      const { namespace = '' } = entry.object.metadata;
      const { targetRefs = [], validation } = (entry.object['spec'] ?? {}) as Spec;
      const fail = (text: string, fix: string, reason?: string) =>
        report(entry, { reason, message: `${describe(entry.object)} ${text}`, fix, section: 'spec.targetRefs' });
      for (const target of targetRefs) {
        const wrong = targetProblem(cluster, namespace, target);
        if (wrong) fail(...wrong);
        const key = `${namespace}/${target.kind}/${target.name}:${target.sectionName ?? '*'}`;
        const other = taken.get(key);
        if (other) fail(`is for what ${other} is for already.`, 'Put both into one.', 'Conflicted');
        else taken.set(key, describe(entry.object));
      }
      const routes = targetRefs.flatMap(({ group = '', kind = '', name = '' }) =>
        routesTo(cluster, group, kind, namespace, name),
      );
      for (const { text, fix, wrongKind } of bundleProblems(cluster, namespace, validation?.caCertificateRefs ?? [])) {
        report(entry, {
          message: `${describe(entry.object)} ${text}`,
          fix,
          reason: 'NoValidCACertificate',
          section: 'spec.validation.caCertificateRefs',
          also: [
            { reason: wrongKind ? 'InvalidKind' : 'InvalidCACertificateRef' },
            ...routes.map((route) => ({ entry: route, reason: 'InvalidBackendTLS' })),
          ],
        });
      }
    }
  },
};

/** What keeps a policy from being for anything: the end of a sentence, and how to mend it. */
function targetProblem(
  cluster: ClusterView,
  namespace: string,
  { kind, name = '', sectionName }: Target,
): readonly [string, string] | undefined {
  if (kind !== 'Service' || cluster.hasService(namespace, name)) return undefined;
  const service = cluster.find('Service', namespace, name);
  const ports = ((service?.object['spec'] ?? {}) as ServiceSpec).ports ?? [];
  const names = ports.map((port) => port.name ?? '');
  if (!service) {
    const there = didYouMean(name, cluster.names('Service', namespace));
    return [
      `is for Service ${namespace}/${name}, which nothing makes.${there}`,
      "Name a Service of the policy's own namespace.",
    ];
  }
  if (sectionName === undefined || names.includes(sectionName)) return undefined;
  const byNumber = ports.find(({ port }) => String(port) === sectionName);
  return [
    `is for the port "${sectionName}" of Service ${name}, which has none of that name.${didYouMean(sectionName, names)}`,
    byNumber ? `Write the port's name, "${byNumber.name}", not its number.` : "Write a port's name.",
  ];
}
