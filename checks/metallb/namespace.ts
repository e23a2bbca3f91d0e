import { describe } from '../../fleet/object';
import type { Rule } from '../rule';

const KINDS = ['IPAddressPool', 'L2Advertisement', 'BGPAdvertisement', 'BGPPeer', 'BFDProfile', 'Community'];

export const namespace: Rule = {
  id: 'metallb/namespace',
  holds: 'MetalLB’s objects are in its namespace',
  effect: 'MetalLB never reads it, and nothing reports it: the pool gives no address, nobody is told of one.',
  source: 'MetalLB v0.16.1, internal/k8s/controllers/config_controller.go: objects are listed in its own namespace',
  check(cluster, report) {
    const home = cluster.model.applications.find(({ helm }) => helm?.chart === 'metallb')?.namespace;
    if (home === undefined) return;
    for (const kind of KINDS) {
      for (const entry of cluster.ofKind(`metallb.io/${kind}`)) {
        const own = entry.object.metadata.namespace;
        if (own === home) continue;
        report(entry, {
          message: `${describe(entry.object)} is in ${own}, and MetalLB reads ${home}.`,
          fix: `Create it in ${home}.`,
          section: 'metadata.namespace',
        });
      }
    }
  },
};
