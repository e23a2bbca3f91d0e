import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ClusterView } from '../cluster-view';
import { admits, listenersByOwner, listenersOf, parentAt } from '../gateway/listeners';
import type { ParentRef } from '../gateway/shapes';
import type { Rule } from '../rule';
import { CLUSTER_ISSUER, CLUSTER_ISSUER_ANNOTATION, certificatesOf, ISSUER, ISSUER_ANNOTATION } from './shapes';

interface Solver {
  readonly selector?: { readonly dnsNames?: readonly string[]; readonly dnsZones?: readonly string[] };
  readonly http01?: { readonly gatewayHTTPRoute?: { readonly parentRefs?: readonly ParentRef[] } };
  readonly dns01?: object;
}

export const http01Listener: Rule = {
  id: 'cert-manager/http01-listener',
  holds: 'HTTP-01 challenges reach an HTTP listener on port 80 that lets them in; wildcards have DNS-01',
  category: 'reference',
  effect: 'The challenge is pending for ever, and the certificate is never made.',
  source: 'cert-manager v1.21.1, pkg/issuer/acme/http/httproute.go, pkg/controller/acmeorders; RFC 8555, 8.3: port 80',
  check(cluster, report) {
    const byOwner = listenersByOwner(cluster);
    for (const kind of [ISSUER, CLUSTER_ISSUER]) {
      for (const issuer of cluster.ofKind(kind)) {
        const solvers = solversOf(issuer);
        const fail = (text: string, fix: string, severity?: 'warning') =>
          report(issuer, {
            severity,
            message: `${describe(issuer.object)}: ${text}.`,
            fix,
            section: 'spec.acme.solvers',
          });
        const wild = wildcardsOf(cluster, issuer).find(
          (name) => !solvers.some((solver) => solver.dns01 && takes(solver, name)),
        );
        if (wild && solvers.length > 0)
          fail(`${wild} needs DNS-01, and no solver of that kind is for it`, 'Add a `dns01(…)` solver.');
        for (const solver of solvers) {
          for (const ref of solver.http01?.gatewayHTTPRoute?.parentRefs ?? []) {
            const namespace = ref.namespace ?? issuer.object.metadata.namespace;
            // Of a ClusterIssuer it is each Certificate's own.
            if (namespace === undefined) continue;
            const parent = parentAt(cluster, ref, namespace);
            const listeners = ((parent && byOwner.get(parent)) ?? []).filter(
              (l) => ref.sectionName === undefined || l.name === ref.sectionName,
            );
            const plain = listeners.filter(({ protocol }) => protocol === 'HTTP');
            const what = `${ref.kind ?? 'Gateway'} ${namespace}/${ref.name}${ref.sectionName ? ` (${ref.sectionName})` : ''}`;
            if (!parent || listeners.length === 0)
              fail(
                `challenges go to ${what}, which nothing makes`,
                'Name a listener that is there, with its namespace.',
              );
            else if (!plain.some(({ port }) => port === 80))
              fail(
                `challenges go to ${what}, which does not speak HTTP on port 80`,
                'Add `addHttpListener(…)`: the authority asks there.',
                // Something in front may translate the port.
                plain.length > 0 ? 'warning' : undefined,
              );
            else {
              const shut = [...namespacesOf(cluster, issuer, solver)].find((from) =>
                plain.every((l) => admits(cluster, l, from) === false),
              );
              if (shut)
                fail(
                  `challenges for certificates of ${shut} go to ${what}, which takes no routes of ${shut}`,
                  'Let the namespace in: `routesFrom`.',
                );
            }
          }
        }
      }
    }
  },
};

const solversOf = ({ object }: Entry) =>
  ((object['spec'] ?? {}) as { acme?: { solvers?: readonly Solver[] } }).acme?.solvers ?? [];

function takes({ selector = {} }: Solver, name: string): boolean {
  const { dnsNames = [], dnsZones = [] } = selector;
  if (dnsNames.length === 0 && dnsZones.length === 0) return true;
  return (
    dnsNames.includes(name) || dnsZones.some((zone) => name.replace('*.', '') === zone || name.endsWith(`.${zone}`))
  );
}

/** Certificates of an issuer, by themselves and by Gateways. */
function wantedOf(
  cluster: ClusterView,
  issuer: Entry,
): { readonly namespace: string; readonly names: readonly string[]; readonly shim: boolean }[] {
  const { kind, metadata } = issuer.object;
  const isIt = (k: string, name: string | undefined, namespace: string | undefined) =>
    k === kind && name === metadata.name && (kind === 'ClusterIssuer' || namespace === metadata.namespace);
  const wanted = [];
  for (const { entry, spec } of certificatesOf(cluster)) {
    const { issuerRef, dnsNames = [] } = spec;
    const { namespace = '' } = entry.object.metadata;
    if (isIt(issuerRef?.kind ?? 'Issuer', issuerRef?.name, namespace))
      wanted.push({ namespace, names: dnsNames, shim: false });
  }
  for (const { owner, hostname, tls } of listenersOf(cluster)) {
    const { annotations = {}, namespace = '' } = owner.object.metadata;
    const name = annotations[kind === 'Issuer' ? ISSUER_ANNOTATION : CLUSTER_ISSUER_ANNOTATION];
    if (hostname && tls && tls.mode !== 'Passthrough' && isIt(kind, name, namespace))
      wanted.push({ namespace, names: [hostname], shim: true });
  }
  return wanted;
}

/** Namespaces of Certificates that a solver proves. Those of Gateways are proved at their own. */
const namespacesOf = (cluster: ClusterView, issuer: Entry, solver: Solver) =>
  new Set(
    wantedOf(cluster, issuer)
      .filter(({ names, shim }) => !shim && names.some((name) => takes(solver, name)))
      .map(({ namespace }) => namespace),
  );
const wildcardsOf = (cluster: ClusterView, issuer: Entry) =>
  wantedOf(cluster, issuer).flatMap(({ names }) => names.filter((name) => name.startsWith('*.')));
