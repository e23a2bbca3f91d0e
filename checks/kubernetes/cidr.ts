import { isValidCIDR, parseCIDR } from 'ipaddr.js';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { NetworkPolicyPeer, NetworkPolicySpec, ServiceSpec } from '../../imports/k8s';
import type { Report, Rule } from '../rule';
import { specOf } from '../spec-of';

export const cidr: Rule = {
  id: 'kubernetes/cidr',
  holds: 'CIDRs are networks, exceptions lie within',
  category: 'schema',
  effect:
    'The API server refuses the object; a network written with host bits is accepted, and network plugins read it differently.',
  source:
    'kubernetes v1.36, pkg/apis/networking/validation: ValidateIPBlock; pkg/apis/core/validation: loadBalancerSourceRanges',
  check(cluster, report) {
    for (const entry of cluster.ofKind('networking.k8s.io/NetworkPolicy')) {
      const { ingress = [], egress = [] } = specOf<NetworkPolicySpec>(entry);
      for (const { from } of ingress) for (const peer of from ?? []) checkBlock(entry, peer, report);
      for (const { to } of egress) for (const peer of to ?? []) checkBlock(entry, peer, report);
    }
    for (const entry of cluster.ofKind('Service')) {
      for (const range of specOf<Partial<ServiceSpec>>(entry).loadBalancerSourceRanges ?? []) {
        checkCidr(entry, range, 'spec.loadBalancerSourceRanges', report);
      }
    }
  },
};

function checkBlock(entry: Entry, { ipBlock }: NetworkPolicyPeer, report: Report): void {
  if (!ipBlock) return;
  checkCidr(entry, ipBlock.cidr, 'spec.ipBlock.cidr', report);
  for (const except of ipBlock.except ?? []) checkExcept(entry, ipBlock.cidr, except, report);
}

function checkCidr(entry: Entry, text: string, at: string, report: Report): boolean {
  if (text === '0.0.0.0/0') return true;
  const network = networkOf(text);
  if (network === text || (network && text.includes(':'))) return true;
  const fix = network ? `"${network}".` : 'an address and a length, such as "10.0.0.0/8" or "2001:db8::/32".';
  report(entry, {
    message: network
      ? `${describe(entry.object)}: "${text}" in ${at} is an address within a network, not the network.`
      : `${describe(entry.object)}: "${text}" in ${at} is no CIDR.`,
    fix: `Write ${fix}`,
    section: at,
  });
  return false;
}

function checkExcept(entry: Entry, block: string, except: string, report: Report): void {
  if (!checkCidr(entry, except, 'spec.ipBlock.except', report) || !isValidCIDR(block)) return;
  const [outer, length] = parseCIDR(block);
  const [inner, innerLength] = parseCIDR(except);
  if (outer.kind() === inner.kind() && innerLength > length && inner.match(outer as never, length)) return;
  report(entry, {
    message: `${describe(entry.object)}: the exception ${except} does not lie within ${block}.`,
    fix: 'Except a smaller network that is inside.',
    section: 'spec.ipBlock.except',
  });
}

/** Networks by the text they were asked with: few, and very often the same. */
const networks = new Map<string, string | undefined>();

function networkOf(text: string): string | undefined {
  if (!networks.has(text)) networks.set(text, isValidCIDR(text) ? computeNetwork(text) : undefined);
  return networks.get(text);
}

/** The network that an address with a length lies in. */
function computeNetwork(text: string): string {
  const [address, length] = parseCIDR(text);
  const bytes = address.toByteArray().map((byte, i) => byte & (0xff00 >> Math.min(8, Math.max(0, length - i * 8))));
  return address.kind() === 'ipv4' ? `${bytes.join('.')}/${length}` : text;
}
