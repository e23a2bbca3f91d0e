import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ServiceSpec } from '../../imports/k8s';
import type { ClusterView } from '../cluster-view';
import { ENVOY_PROXY, kubernetesOf } from '../envoy-gateway/settings';
import type { Rule } from '../rule';
import { contains } from '../syntax/ranges';
import { poolsOf } from './pools';

const PREFIX = 'metallb.io/';
const OLD_PREFIX = 'metallb.universe.tf/';

export const addressRequest: Rule = {
  id: 'metallb/address-request',
  holds: 'a Service asks MetalLB for an address that a pool has, in one way',
  category: 'reference',
  effect: 'The Service stays pending: AllocationFailed, or nothing at all where the annotation is not known.',
  source: 'MetalLB v0.16.1, controller/service.go: allocateIPs, getDesiredLbIPs',
  check(cluster, report) {
    const pools = poolsOf(cluster);
    // A range that is none is told of its pool.
    if (pools.length === 0 || pools.some(({ ranges }) => ranges.some(({ range }) => !range))) return;
    const silent = pools.every(({ entry }) => (entry.object['spec'] as { autoAssign?: boolean }).autoAssign === false);
    const names = pools.map(({ name }) => name);
    for (const { entry, annotations, loadBalancerIP, at } of requestsOf(cluster)) {
      const fail = (text: string, fix: string, severity?: 'warning') =>
        report(entry, { severity, message: `${describe(entry.object)}: ${text}`, fix, section: at });
      for (const key of Object.keys(annotations).filter((k) => k.startsWith(OLD_PREFIX))) {
        fail(
          `the annotation ${key} is of MetalLB's old prefix.`,
          `Write ${key.replace(OLD_PREFIX, PREFIX)}.`,
          'warning',
        );
      }
      const asked = annotations[`${PREFIX}loadBalancerIPs`] ?? annotations[`${OLD_PREFIX}loadBalancerIPs`];
      if (asked !== undefined && loadBalancerIP !== undefined) {
        fail(
          'it asks for an address by annotation and by loadBalancerIP.',
          'Keep the annotation: MetalLB refuses both together.',
        );
        continue;
      }
      const name = annotations[`${PREFIX}address-pool`] ?? annotations[`${OLD_PREFIX}address-pool`];
      if (name !== undefined && !names.includes(name)) {
        fail(
          `it asks for the pool "${name}", which nothing makes.${didYouMean(name, names)}`,
          'Name a pool of this cluster.',
        );
        continue;
      }
      if (silent && name === undefined && asked === undefined && loadBalancerIP === undefined) {
        fail(
          'it asks for nothing, and no pool gives addresses by itself.',
          `Ask for one: \`addressRequest({ pool })\`; there ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}.`,
        );
        continue;
      }
      const from = name === undefined ? pools : pools.filter((pool) => pool.name === name);
      for (const address of (asked ?? loadBalancerIP ?? '')
        .split(',')
        .map((a) => a.trim())
        .filter(Boolean)) {
        if (from.some(({ ranges }) => ranges.some(({ range }) => range && contains(range, address)))) continue;
        fail(
          `it asks for ${address}, which ${name === undefined ? 'no pool has' : `the pool "${name}" has not`}.`,
          `There is ${from.flatMap(({ ranges }) => ranges.map(({ text }) => text)).join(', ')}.`,
        );
      }
    }
  },
};

/** The class of Services that the installed MetalLB takes. */
function classOf(cluster: ClusterView): string | undefined {
  const values = cluster.chart('metallb')?.values as { loadBalancerClass?: string } | undefined;
  return values?.loadBalancerClass;
}

interface Request {
  readonly entry: Entry;
  readonly annotations: Readonly<Record<string, string>>;
  readonly loadBalancerIP: string | undefined;
  readonly at: string;
}

type EnvoyService = { annotations?: Record<string, string>; loadBalancerIP?: string };

function* requestsOf(cluster: ClusterView): Iterable<Request> {
  const own = classOf(cluster);
  for (const entry of cluster.ofKind('Service')) {
    const { type, loadBalancerIP, loadBalancerClass } = (entry.object['spec'] ?? {}) as ServiceSpec;
    // Another controller's, as far as can be seen.
    if (loadBalancerClass !== undefined && loadBalancerClass !== own) continue;
    const { annotations = {} } = entry.object.metadata;
    if (type === 'LoadBalancer') yield { entry, annotations, loadBalancerIP, at: 'metadata.annotations' };
  }
  for (const entry of cluster.ofKind(ENVOY_PROXY)) {
    const { annotations = {}, loadBalancerIP } = (kubernetesOf(entry)['envoyService'] ?? {}) as EnvoyService;
    yield { entry, annotations, loadBalancerIP, at: 'spec.provider.kubernetes.envoyService' };
  }
}
