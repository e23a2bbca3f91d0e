import { didYouMean } from '../../fleet/did-you-mean';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { BFD_PROFILE, BGP_ADVERTISEMENT, BGP_PEER, L2_ADVERTISEMENT, poolsOf } from './pools';

interface Spec {
  readonly ipAddressPools?: readonly string[];
  readonly ipAddressPoolSelectors?: readonly object[];
  readonly peers?: readonly string[];
  readonly bfdProfile?: string;
}

export const advertised: Rule = {
  id: 'metallb/advertised',
  holds: 'every pool is made known, and advertisements, peers and profiles refer to what is there',
  category: 'reference',
  effect: 'Services get addresses that nobody can reach: nothing answers for them, and nothing reports it.',
  source: 'MetalLB v0.16.1, internal/config/config.go: setL2AdvertisementsToPools, setBGPAdvertisementsToPools',
  check(cluster, report) {
    const pools = poolsOf(cluster);
    const poolNames = pools.map(({ name }) => name);
    const peers = cluster.names(BGP_PEER);
    const profiles = cluster.names(BFD_PROFILE);
    const advertisements = [...cluster.ofKind(L2_ADVERTISEMENT), ...cluster.ofKind(BGP_ADVERTISEMENT)];
    const known = (entry: Entry, what: string, names: readonly string[], there: readonly string[], field: string) => {
      for (const name of names.filter((n) => !there.includes(n))) {
        report(entry, {
          message: `${describe(entry.object)} names the ${what} "${name}", which nothing makes.${didYouMean(name, there)}`,
          fix: `Name a ${what} of this cluster.`,
          section: `spec.${field}`,
        });
      }
    };
    for (const entry of advertisements) {
      const { ipAddressPools = [], peers: named = [] } = specOf<Spec>(entry);
      known(entry, 'IPAddressPool', ipAddressPools, poolNames, 'ipAddressPools');
      known(entry, 'BGPPeer', named, peers, 'peers');
      if (entry.object.kind === 'BGPAdvertisement' && named.length === 0 && peers.length === 0) {
        report(entry, {
          message: `${describe(entry.object)} has nobody to tell: there is no BGPPeer.`,
          fix: 'Add a BGPPeer, or use an L2Advertisement.',
          section: 'spec.peers',
        });
      }
    }
    for (const entry of cluster.ofKind(BGP_PEER)) {
      const { bfdProfile } = specOf<Spec>(entry);
      known(entry, 'BFDProfile', bfdProfile === undefined ? [] : [bfdProfile], profiles, 'bfdProfile');
    }
    for (const { entry, name } of pools) {
      const told = advertisements.some((advertisement) => {
        const { ipAddressPools, ipAddressPoolSelectors } = specOf<Spec>(advertisement);
        // Without names and selectors it is for every pool; what selectors take is not looked at.
        return ipAddressPoolSelectors !== undefined || !ipAddressPools?.length || ipAddressPools.includes(name);
      });
      if (told) continue;
      report(entry, {
        message: `${describe(entry.object)} is in no advertisement.`,
        fix: 'Add a BGPAdvertisement or an L2Advertisement for it.',
        section: 'spec',
      });
    }
  },
};
