import { BACKUP_BUCKET, Backups, NIGHTLY_AND_WEEKLY } from '../apps/backups/backups';
import { BucketInside } from '../apps/backups/bucket-inside';
import { Edge } from '../apps/edge/edge';
import { MinecraftAtEdge } from '../apps/minecraft/minecraft-at-edge';
import { METRICS_AND_LOGS, Monitoring } from '../apps/monitoring/monitoring';
import { Policies } from '../apps/policies/policies';
import { BASELINE } from '../apps/policies/presets';
import { AppProject } from '../constructs/argocd/app-project';
import { ArgoCd } from '../constructs/argocd/argocd';
import { enforce } from '../constructs/kyverno/rollout';
import { addressRequest } from '../constructs/metallb/address-request';
import { IpAddressPool } from '../constructs/metallb/ip-address-pool';
import { L2Advertisement } from '../constructs/metallb/l2-advertisement';
import { MetalLb } from '../constructs/metallb/metal-lb';
import { CephCluster } from '../constructs/rook/ceph-cluster';
import { RookOperator } from '../constructs/rook/rook-operator';
import { Toolbox } from '../constructs/rook/toolbox';
import { SnapshotController } from '../constructs/snapshots/snapshot-controller';
import { talos } from '../constructs/talos/talos';
import { VELERO_SNAPSHOT_CLASS } from '../constructs/velero/snapshot-class';
import { dataMovement } from '../constructs/velero/volumes';
import { Application } from '../fleet/application';
import { Cluster } from '../fleet/cluster';
import type { Fleet } from '../fleet/fleet';

/** A blade: a 120 GB SSD to boot, two 300 GB SAS disks for Ceph. */
const blade = (name: string) => ({ name, bootDisk: 'sda', disks: ['sdb', 'sdc'] });

/** Three blades with Talos, control planes that also run workloads; storage over all three. */
export default class Asgard extends Cluster {
  constructor(fleet: Fleet) {
    super(fleet, 'asgard', {
      tier: 'production',
      sync: 'automated',
      kubernetes: '1.34',
      gatewayApi: { version: '1.6', channel: 'standard' },
      kyverno: { version: '1.19' },
      platform: talos({ nodes: [blade('blade-06'), blade('blade-08'), blade('blade-10')] }),
    });

    new ArgoCd(this, {
      values: { dex: { enabled: false }, notifications: { enabled: false } },
    });

    const policies = new Policies(this, { rollout: enforce() });

    const data = new AppProject(this, 'data', { description: 'Ceph: storage for claims, files and S3' });
    new SnapshotController(this, { project: data });
    const rook = new RookOperator(this, { project: data, snapshots: true });
    policies.exempt(rook, 'ceph', {
      policies: [...BASELINE, 'require-labels'],
      reason:
        'Ceph works on the nodes’ disks, and its drivers mount them for all others; the drivers’ Pods have labels of their own.',
    });
    const ceph = new Application(this, 'ceph', { project: data, namespace: rook.namespace });
    const storage = new CephCluster(ceph, 'ceph', { operator: rook, profile: 'production' });
    const block = storage.addBlockPool('replicapool');
    block.addStorageClass('rook-ceph-block', { default: true });
    block.addSnapshotClass('rook-ceph-block', { labels: VELERO_SNAPSHOT_CLASS });
    const files = storage.addFilesystem('files');
    files.addStorageClass('rook-cephfs');
    files.addSnapshotClass('rook-cephfs', { labels: VELERO_SNAPSHOT_CLASS });
    const objects = storage.addObjectStore('objects');
    const buckets = objects.addBucketClass('rook-ceph-bucket');
    new Toolbox(ceph, { cluster: storage });
    ceph.allow('rook/device-name', 'The disks’ ids are not known here yet: `talosctl get disks` shows them.');

    const monitoring = new Monitoring(this, { policies });

    const network = new AppProject(this, 'network', { description: 'Addresses for load balancers' });
    const metallb = new MetalLb(this, { project: network });
    policies.exempt(metallb, 'speaker', {
      policies: [...BASELINE, 'require-labels'],
      workloads: ['metallb-speaker', 'metallb-frr-k8s'],
      reason:
        'They answer for addresses in the node’s own network, with raw sockets; FRR’s status cleaner has a label of its own only.',
    });
    const addresses = new Application(this, 'metallb-addresses', { project: network, namespace: 'metallb-system' });
    // Of the blades' own network, and left out of its DHCP.
    const pool = new IpAddressPool(addresses, 'lan', {
      addresses: ['192.168.10.240-192.168.10.250'],
      autoAssign: false,
    });
    new L2Advertisement(addresses, 'lan', { pools: [pool] });

    const edge = new Edge(this, {
      policies,
      domain: 'asgard.example.com',
      proxy: {
        replicas: 2,
        minAvailable: 1,
        service: { annotations: addressRequest({ pool, addresses: ['192.168.10.240'] }) },
      },
    });
    const minecraft = new MinecraftAtEdge(this, { edge, motd: 'asgard' });

    const backups = new Backups(this, { policies, bucket: BACKUP_BUCKET });
    backups.without(monitoring.prometheus, METRICS_AND_LOGS);
    backups.without(monitoring.loki, METRICS_AND_LOGS);
    const worlds = { namespaces: [minecraft.namespace], volumes: dataMovement() } as const;
    backups.schedule('worlds', { ...worlds, retention: NIGHTLY_AND_WEEKLY });
    // Beside the copy elsewhere, one that is quickly at hand: in Ceph's own object store.
    const inside = new BucketInside(this, backups, { class: buckets });
    backups.schedule('worlds-inside', {
      ...worlds,
      location: inside.location,
      retention: { hourly: { schedule: '30 * * * *', keep: '48h' } },
    });
  }
}
