import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { covers, type Network, networkOf, overlap } from '../syntax/ranges';
import { isOpenStack, isWorkerless, SHOOT, type ShootSpec } from './shapes';

/** Ranges that Gardener's VPN between seed and shoot takes. */
const RESERVED = ['240.0.0.0/8', '241.0.0.0/8', '242.0.0.0/8', '243.0.0.0/8', '244.0.0.0/8', 'fd8f:6d53:b97a:1::/96'];
const FAMILY = { ipv4: 'IPv4', ipv6: 'IPv6' } as const;
const QUALIFIED_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

export const shootNetworks: Rule = {
  id: 'gardener/shoot-networks',
  holds: 'a Shoot’s ranges are ranges, apart from each other and from Gardener’s own',
  effect: 'Gardener’s API server, or the OpenStack extension’s webhook, refuses the Shoot.',
  source:
    'Gardener v1.149.3, pkg/api/core/validation/shoot.go: validateNetworking; pkg/apis/core/v1beta1/constants: Reserved…Range; gardener-extension-provider-openstack v1.57.0, pkg/apis/openstack/validation',
  check(cluster, report) {
    for (const entry of cluster.ofKind(SHOOT)) {
      const spec = specOf<ShootSpec>(entry);
      const { networking = {}, provider, kubernetes } = spec;
      const say = (what: string, fix: string, section: string) =>
        report(entry, { message: `${describe(entry.object)} ${what}.`, fix, section });
      const families = networking.ipFamilies ?? ['IPv4'];
      const ranges: { readonly name: string; readonly text: string; readonly network: Network }[] = [];
      for (const name of ['nodes', 'pods', 'services'] as const) {
        const text = networking[name];
        const network = text === undefined ? undefined : networkOf(text);
        if (text === undefined) continue;
        const at = `spec.networking.${name}`;
        if (!network) {
          say(`has "${text}" for its ${name}, which is no range`, 'An address with a mask: 10.250.0.0/16.', at);
          continue;
        }
        if (!families.includes(FAMILY[network.kind]))
          say(
            `has ${text} for its ${name}, and its addresses are ${families.join(' and ')}`,
            'A range of that family.',
            at,
          );
        else if (!network.isCanonical)
          say(`has ${text} for its ${name}, which has bits behind its mask`, 'The first address of the range.', at);
        const reserved = RESERVED.find((each) => overlap(networkOf(each) as Network, network));
        if (reserved)
          say(`has ${text} for its ${name}, which Gardener keeps for itself (${reserved})`, 'Another range.', at);
        for (const other of ranges) {
          if (overlap(other.network, network))
            say(
              `has the same addresses for ${other.name} and ${name}: ${other.text} and ${text}`,
              'Ranges apart from each other.',
              at,
            );
        }
        ranges.push({ name, text, network });
      }
      if (networking.type !== undefined && !QUALIFIED_NAME.test(networking.type)) {
        say(`has the network type "${networking.type}", which is no name`, 'calico or cilium.', 'spec.networking.type');
      }
      const mask = kubernetes?.kubeControllerManager?.nodeCIDRMaskSize;
      if (mask !== undefined && families.includes('IPv4') && (mask < 16 || mask > 28)) {
        say(`gives each node a /${mask}`, '16 to 28.', 'spec.kubernetes.kubeControllerManager.nodeCIDRMaskSize');
      }
      if (!isOpenStack(spec) || isWorkerless(spec)) continue;
      const nodes = ranges.find(({ name }) => name === 'nodes');
      const networks = provider?.infrastructureConfig?.networks;
      if (networking.nodes === undefined && !networks?.subnetPool)
        say('has no range for its nodes', 'Say `networking.nodes`.', 'spec.networking.nodes');
      const at = 'spec.provider.infrastructureConfig.networks';
      const text = networks?.workers || networks?.worker;
      if (networks?.subnetPool && !networks.subnetPool.id)
        say('takes its network from a subnet pool without an id', 'Say `subnetPool.id`.', `${at}.subnetPool.id`);
      if (!text) {
        if (!networks?.subnetPool)
          say('has no range for its workers', 'Say `networks.workers`, within `networking.nodes`.', `${at}.workers`);
        continue;
      }
      const workers = networkOf(text);
      if (!workers)
        say(
          `has "${text}" for its workers, which is no range`,
          'An address with a mask: 10.250.0.0/19.',
          `${at}.workers`,
        );
      else if (nodes && !covers(nodes.network, workers))
        say(
          `has ${text} for its workers, which is not within its nodes’ ${nodes.text}`,
          'A part of the nodes’ range.',
          `${at}.workers`,
        );
    }
  },
};
