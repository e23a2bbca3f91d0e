import { isValidCIDR } from 'ipaddr.js';
import { describe } from '../../fleet/object';
import { nodesOf } from '../nodes';
import type { Rule } from '../rule';
import { cephSpec, localClusters } from './shapes';

export const network: Rule = {
  id: 'rook/network',
  holds: 'host network, multus and address ranges go together; encryption only with kernels that know it',
  effect: 'The operator refuses the cluster’s network, or clients cannot connect.',
  source: 'Rook v1.20.6, pkg/apis/ceph.rook.io/v1/network.go and the CEL rules of NetworkSpec',
  check(cluster, report) {
    for (const entry of localClusters(cluster)) {
      const { network: net, mon } = cephSpec(entry);
      if (!net) continue;
      const name = describe(entry.object);
      const say = (message: string, fix: string) =>
        report(entry, { message: `${name} ${message}.`, fix, section: 'spec.network' });
      const { provider = '', selectors = {}, addressRanges } = net;
      if (net.hostNetwork && provider) {
        say(`says hostNetwork and the provider "${provider}"`, 'Say provider: host alone.');
      }
      if (provider === 'multus' && !selectors['public'] && !selectors['cluster']) {
        say('uses multus without a network', 'Name one: `selectors: { public: namespace/attachment }`.');
      }
      for (const [use, text] of Object.entries(selectors)) {
        if (provider === 'multus' && !text.trim().startsWith('[') && text.includes(',')) {
          say(`selects several networks as ${use}: "${text}"`, 'One attachment for each use.');
        }
      }
      const hosts = net.hostNetwork || provider === 'host';
      if (hosts && (mon?.count ?? 3) > 1 && mon?.allowMultiplePerNode) {
        say(
          'puts several monitors on one node in the hosts’ network, where each needs the same port',
          'mon.allowMultiplePerNode: false.',
        );
      }
      const ranges = [...(addressRanges?.public ?? []), ...(addressRanges?.cluster ?? [])];
      if (ranges.length > 0 && !hosts && provider !== 'multus') {
        say('says addressRanges without a network of its own', 'They are for the providers host and multus.');
      }
      for (const range of ranges) {
        if (!isCidr(range)) say(`has the address range "${range}", which is no CIDR`, 'Write "10.0.0.0/24".');
      }
      const old = nodesOf(cluster).find(({ kernel }) => kernel !== undefined && isBefore511(kernel));
      if (net.connections?.encryption?.enabled && old) {
        say(`encrypts its network, and ${old.name} runs kernel ${old.kernel}`, 'Encryption needs kernel 5.11.');
      }
    }
  },
};

/** The library takes three numbers for an address too. */
const isCidr = (text: string) => isValidCIDR(text) && (text.includes(':') || text.split('.').length === 4);

function isBefore511(kernel: string): boolean {
  const [major = 0, minor = 0] = kernel.split('.').map(Number);
  return major < 5 || (major === 5 && minor < 11);
}
