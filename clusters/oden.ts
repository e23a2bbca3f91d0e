import { ApiObject } from 'cdk8s';
import { AppProject } from '../constructs/argocd/app-project';
import { talos } from '../constructs/talos/talos';
import { Application } from '../fleet/application';
import { Cluster } from '../fleet/cluster';
import type { Fleet } from '../fleet/fleet';

export default class Oden extends Cluster {
  constructor(fleet: Fleet) {
    super(fleet, 'oden', {
      tier: 'home',
      kubernetes: '1.34',
      platform: talos({
        nodes: [{ name: '192.168.1.171', bootDisk: 'sdb', disks: ['nvme0n1', 'sdc', 'sdd', 'sde'] }],
      }),
      hub: { cluster: 'x' },
    });
    const games = new AppProject(this, 'games', { description: 'Game servers' });
    const app = new Application(this, 'minecraft', { project: games, namespace: 'minecraft' });
    new ApiObject(app, 'ns', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'minecraft' } });
  }
}
