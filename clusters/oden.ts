import { Edge } from '../apps/edge/edge';
import { MinecraftAtEdge } from '../apps/minecraft/minecraft-at-edge';
import { Monitoring } from '../apps/monitoring/monitoring';
import { AppProject } from '../constructs/argocd/app-project';
import { ArgoCd } from '../constructs/argocd/argocd';
import { addressRequest } from '../constructs/metallb/address-request';
import { BgpAdvertisement } from '../constructs/metallb/bgp-advertisement';
import { BgpPeer } from '../constructs/metallb/bgp-peer';
import { IpAddressPool } from '../constructs/metallb/ip-address-pool';
import { MetalLb } from '../constructs/metallb/metal-lb';
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
      gatewayApi: { version: '1.6', channel: 'standard' },
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

    const network = new AppProject(this, 'network', { description: 'Addresses for load balancers' });
    new MetalLb(this, { project: network });
    const addresses = new Application(this, 'metallb-addresses', { project: network, namespace: 'metallb-system' });
    // A range of its own: the router learns it by BGP, so it must not be in the LAN.
    const pool = new IpAddressPool(addresses, 'routed', { addresses: ['10.64.0.0/24'], autoAssign: false });
    const vyos = new BgpPeer(addresses, 'vyos', { myASN: 64514, peerASN: 64513, peerAddress: '192.168.1.1' });
    new BgpAdvertisement(addresses, 'routed', { pools: [pool], peers: [vyos] });

    const edge = new Edge(this, {
      domain: 'oden.example.com',
      // The router forwards 80, 443 and 25565 to this address.
      proxy: { service: { annotations: addressRequest({ pool, addresses: ['10.64.0.10'] }) } },
    });
    new MinecraftAtEdge(this, { edge, motd: 'oden' });
  }
}
