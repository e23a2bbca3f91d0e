import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import type { IngressSpec, ServiceSpec } from '../../imports/k8s';
import type { ClusterView } from '../cluster-view';
import type { FieldProblem } from '../fields';
import type { Rule } from '../rule';
import { secretNames, secretsOf } from '../secrets-of';
import { specOf } from '../spec-of';
import { violation } from '../violation';

export const ingress: Rule = {
  id: 'kubernetes/ingress',
  holds: 'an Ingress is of a class that is there, and its Services, ports and certificates are',
  category: 'reference',
  effect: 'No controller takes the Ingress, or it answers with status 503: nothing reports it.',
  source: 'kubernetes v1.36, networking.k8s.io/v1: IngressSpec',
  check(cluster, report) {
    for (const entry of cluster.ofKind('networking.k8s.io/Ingress')) {
      for (const problem of problemsOf(cluster, entry)) report(entry, violation(entry, problem));
    }
  },
};

const CLASS = 'networking.k8s.io/IngressClass';

function* problemsOf(cluster: ClusterView, entry: Entry): Iterable<FieldProblem> {
  const { namespace } = entry.object.metadata;
  const { ingressClassName, defaultBackend, rules = [], tls = [] } = specOf<IngressSpec>(entry);
  const classes = [
    ...cluster.names(CLASS),
    ...(cluster.facts.externals?.ingressClasses ?? []),
    ...cluster.model.applications.flatMap(({ declares }) => declares.ingressClasses ?? []),
  ];
  if (ingressClassName !== undefined && !classes.includes(ingressClassName)) {
    const what = `is of the class "${ingressClassName}", which nothing makes${didYouMean(ingressClassName, classes)}`;
    yield {
      at: 'spec.ingressClassName',
      what,
      fix: 'Name an IngressClass of this cluster, or let the chart of its controller declare it under `ingressClasses`.',
    };
  }
  const backends = [
    ...(defaultBackend ? [{ backend: defaultBackend, at: 'spec.defaultBackend' }] : []),
    ...rules.flatMap(({ http }, i) =>
      (http?.paths ?? []).map(({ backend }, j) => ({ backend, at: `spec.rules[${i}].http.paths[${j}].backend` })),
    ),
  ];
  for (const { backend, at } of backends) {
    const { name, port } = backend?.service ?? {};
    if (name === undefined || cluster.hasService(namespace ?? '', name)) continue;
    const service = cluster.find('Service', namespace, name);
    if (!service) {
      const there = didYouMean(name, cluster.names('Service', namespace));
      yield {
        at,
        what: `sends to Service "${name}", which nothing makes in ${namespace}${there}`,
        fix: 'Name a Service of its own namespace.',
      };
      continue;
    }
    const ports = specOf<ServiceSpec>(service).ports ?? [];
    if (ports.some((p) => (port?.name !== undefined ? p.name === port.name : p.port === port?.number))) continue;
    const known = ports.map((p) => String(port?.name !== undefined ? p.name : p.port));
    const what = `sends to port ${port?.name ?? port?.number} of Service "${name}", which has none such${didYouMean(String(port?.name ?? port?.number), known)}`;
    yield { at, what, fix: 'Name one of its ports.' };
  }
  for (const [i, { secretName }] of tls.entries()) {
    if (secretName === undefined || secretsOf(cluster).has(`${namespace}/${secretName}`)) continue;
    // An issuer's annotation makes cert-manager write the Secret.
    if (Object.keys(entry.object.metadata.annotations ?? {}).some((key) => /^cert-manager\.io\/.*issuer$/.test(key)))
      continue;
    const there = didYouMean(secretName, secretNames(cluster, namespace));
    const what = `takes its certificate from the Secret "${secretName}", which nothing makes in ${namespace}${there}`;
    yield { at: `spec.tls[${i}].secretName`, what, fix: 'Make a Certificate with that `secretName`.' };
  }
}
