import { BACKUP_BUCKET, Backups, NIGHTLY_AND_WEEKLY } from '../apps/backups/backups';
import { Edge } from '../apps/edge/edge';
import { MinecraftAtEdge } from '../apps/minecraft/minecraft-at-edge';
import { METRICS_AND_LOGS, Monitoring } from '../apps/monitoring/monitoring';
import { Policies } from '../apps/policies/policies';
import { BASELINE } from '../apps/policies/presets';
import { AppProject } from '../constructs/argocd/app-project';
import { ArgoCd } from '../constructs/argocd/argocd';
import { audit } from '../constructs/kyverno/rollout';
import { addressRequest } from '../constructs/metallb/address-request';
import { BgpAdvertisement } from '../constructs/metallb/bgp-advertisement';
import { BgpPeer } from '../constructs/metallb/bgp-peer';
import { IpAddressPool } from '../constructs/metallb/ip-address-pool';
import { MetalLb } from '../constructs/metallb/metal-lb';
import { CephCluster } from '../constructs/rook/ceph-cluster';
import { RookOperator } from '../constructs/rook/rook-operator';
import { Toolbox } from '../constructs/rook/toolbox';
import { talos } from '../constructs/talos/talos';
import { fileSystem } from '../constructs/velero/volumes';
import { allow } from '../fleet/allow';
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
      kyverno: { version: '1.19' },
      platform: talos({
        nodes: [{ name: '192.168.1.171', bootDisk: 'sdb', disks: ['nvme0n1', 'sdc', 'sdd', 'sde'] }],
      }),
    });

    new ArgoCd(this, {
      values: { dex: { enabled: false }, notifications: { enabled: false } },
    });

    const policies = new Policies(this, { rollout: audit() });

    const data = new AppProject(this, 'data', { description: 'Ceph: storage for claims' });
    const rook = new RookOperator(this, { project: data });
    policies.exempt(rook, 'ceph', {
      policies: [...BASELINE, 'require-labels'],
      reason:
        'Ceph works on the nodes’ disks, and its drivers mount them for all others; the drivers’ Pods have labels of their own.',
    });
    const ceph = new Application(this, 'ceph', { project: data, namespace: rook.namespace });
    const storage = new CephCluster(ceph, 'ceph', { operator: rook, profile: 'single-node' });
    // Two copies on two disks: three would leave 180 GB of 860.
    const block = storage.addBlockPool('replicapool', { replicas: 2, failureDomain: 'osd' });
    block.addStorageClass('rook-ceph-block', { default: true });
    new Toolbox(ceph, { cluster: storage });
    allow(block, 'rook/replicas', 'Space; worlds are backed up every night.');
    ceph.allow('rook/device-name', 'The disks’ ids are not known here yet: `talosctl get disks` shows them.');

    const monitoring = new Monitoring(this, { policies });

    const network = new AppProject(this, 'network', { description: 'Addresses for load balancers' });
    const metallb = new MetalLb(this, { project: network });
    policies.exempt(metallb, 'speaker', {
      policies: BASELINE,
      workloads: ['metallb-speaker'],
      reason: 'It answers for addresses in the node’s own network, with raw sockets.',
    });
    const addresses = new Application(this, 'metallb-addresses', { project: network, namespace: 'metallb-system' });
    // A range of its own: the router learns it by BGP, so it must not be in the LAN.
    const pool = new IpAddressPool(addresses, 'routed', { addresses: ['10.64.0.0/24'], autoAssign: false });
    const vyos = new BgpPeer(addresses, 'vyos', { myASN: 64514, peerASN: 64513, peerAddress: '192.168.1.1' });
    new BgpAdvertisement(addresses, 'routed', { pools: [pool], peers: [vyos] });

    const edge = new Edge(this, {
      policies,
      domain: 'oden.example.com',
      // The router forwards 80, 443 and 25565 to this address.
      proxy: { service: { annotations: addressRequest({ pool, addresses: ['10.64.0.10'] }) } },
    });
    const minecraft = new MinecraftAtEdge(this, { edge, motd: 'oden' });

    const backups = new Backups(this, { policies, bucket: BACKUP_BUCKET });
    backups.without(monitoring.prometheus, METRICS_AND_LOGS);
    backups.without(monitoring.loki, METRICS_AND_LOGS);
    backups.schedule('worlds', {
      namespaces: [minecraft.namespace],
      volumes: fileSystem(),
      retention: NIGHTLY_AND_WEEKLY,
    });
  }
}
