import { isValidCIDR, parse, parseCIDR } from 'ipaddr.js';
import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { LabelSelector, NetworkPolicySpec } from '../../imports/k8s';
import type { ClusterView } from '../cluster-view';
import type { FieldProblem } from '../fields';
import { type Pods, podsIn, selects } from '../pod-specs';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { hasChart } from '../unseen';

export const networkPolicy: Rule = {
  id: 'kubernetes/network-policy',
  category: 'reference',
  effect: 'It opens or shuts nothing of what it is for, and nothing reports it.',
  source: 'kubernetes v1.36, networking.k8s.io/v1: NetworkPolicySpec; pkg/apis/networking/validation',
  check(cluster, report) {
    for (const entry of cluster.ofKind('networking.k8s.io/NetworkPolicy')) {
      for (const { at, what, fix } of problemsOf(cluster, entry)) {
        report(entry, { message: `${describe(entry.object)} ${what}`, fix, section: at });
      }
    }
  },
};

function* problemsOf(cluster: ClusterView, entry: Entry): Iterable<FieldProblem> {
  const { namespace } = entry.object.metadata;
  const { podSelector, ingress = [], egress = [] } = specOf<NetworkPolicySpec>(entry);
  const own = podsIn(cluster, namespace).filter(({ labels }) => selects(podSelector, labels));
  const isSeen = !hasChart(cluster, namespace);
  if (own.length === 0 && isSeen && !isEmpty(podSelector)) {
    const labels = Object.entries(podSelector?.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`);
    const what = `is for Pods with ${labels.join(', ')}, and no workload in ${namespace} has these labels.`;
    yield { at: 'spec.podSelector', what, fix: 'Select the labels of a workload.' };
  }
  for (const [i, { ports = [], from = [] }] of ingress.entries()) {
    for (const { port } of ports) {
      if (typeof port !== 'string' || own.length === 0 || !isSeen) continue;
      const names = own.flatMap(portNames);
      if (names.includes(port)) continue;
      const what = `opens port "${port}", which none of its Pods has.${didYouMean(port, names)}`;
      yield { at: `spec.ingress[${i}].ports`, what, fix: 'Name a port of the containers, or give its number.' };
    }
    for (const { ipBlock } of from) yield* blockProblems(ipBlock, `spec.ingress[${i}].from`);
  }
  for (const [i, { to = [] }] of egress.entries()) {
    for (const { ipBlock } of to) yield* blockProblems(ipBlock, `spec.egress[${i}].to`);
  }
}

const portNames = ({ containers }: Pods) =>
  containers.flatMap(({ container }) => (container.ports ?? []).flatMap(({ name }) => name ?? []));

const isEmpty = (selector: LabelSelector | undefined) =>
  Object.keys(selector?.matchLabels ?? {}).length + (selector?.matchExpressions?.length ?? 0) === 0;

/** What is taken out of a network has to be in it; kubernetes/cidr tells what is no network. */
function* blockProblems(
  block: { readonly cidr: string; readonly except?: readonly string[] } | undefined,
  at: string,
): Iterable<FieldProblem> {
  if (!block || !isValidCIDR(block.cidr)) return;
  const [network, bits] = parseCIDR(block.cidr);
  for (const part of block.except ?? []) {
    if (!isValidCIDR(part)) continue;
    const [inner, innerBits] = parseCIDR(part);
    const fits =
      inner.kind() === network.kind() && innerBits > bits && parse(inner.toString()).match(network as never, bits);
    if (fits) continue;
    yield {
      at,
      what: `leaves ${part} out of ${block.cidr}, which does not hold it.`,
      fix: 'Write a part of the network.',
    };
  }
}
