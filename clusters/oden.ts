import { Minecraft } from '../apps/minecraft/minecraft';
import { Monitoring } from '../apps/monitoring/monitoring';
import { AppProject } from '../constructs/argocd/app-project';
import { ArgoCd } from '../constructs/argocd/argocd';
import { Namespace } from '../constructs/kubernetes/namespace';
import { talos } from '../constructs/talos/talos';
import { Application } from '../fleet/application';
import { Cluster } from '../fleet/cluster';
import type { Fleet } from '../fleet/fleet';

/** The server at home: an IBM x3550 M3 with Talos, one node that also runs workloads, behind the router 192.168.1.1. */
export default class Oden extends Cluster {
  constructor(fleet: Fleet) {
    super(fleet, 'oden', {
      tier: 'home',
      kubernetes: '1.34',
      platform: talos({
        nodes: [{ name: '192.168.1.171', bootDisk: 'sdb', disks: ['nvme0n1', 'sdc', 'sdd', 'sde'] }],
      }),
      externals: {
        // Made once by hand: `kubectl create secret generic grafana-admin …` with admin-user and admin-password.
        secrets: ['monitoring/grafana-admin'],
        // Rook's default class. Rook is not among the applications yet: until it is installed, claims wait.
        storageClasses: ['rook-ceph-block'],
      },
    });

    new ArgoCd(this, {
      values: { dex: { enabled: false }, notifications: { enabled: false } },
    });

    new Monitoring(this);

    const games = new AppProject(this, 'games', { description: 'Game servers and what belongs to them' });
    const minecraft = new Application(this, 'minecraft', { project: games, namespace: 'minecraft' });
    new Namespace(minecraft, 'minecraft');
    new Minecraft(minecraft, 'minecraft', { motd: 'oden', exposed: 'LoadBalancer' });
  }
}
