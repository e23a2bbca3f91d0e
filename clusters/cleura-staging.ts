import { BACKUP_BUCKET, Backups, NIGHTLY_AND_WEEKLY } from '../apps/backups/backups';
import { Edge } from '../apps/edge/edge';
import { MinecraftAtEdge } from '../apps/minecraft/minecraft-at-edge';
import { METRICS_AND_LOGS, Monitoring } from '../apps/monitoring/monitoring';
import { ClusterAdmins } from '../apps/policies/cluster-admins';
import { Policies } from '../apps/policies/policies';
import { Vault } from '../apps/secrets/vault';
import { ArgoCd } from '../constructs/argocd/argocd';
import { gardener } from '../constructs/gardener/gardener';
import { audit } from '../constructs/kyverno/rollout';
import { CinderSnapshotClass } from '../constructs/openstack/cinder-snapshot-class';
import { loadBalancerAnnotations } from '../constructs/openstack/load-balancer';
import { VELERO_SNAPSHOT_CLASS } from '../constructs/velero/snapshot-class';
import { dataMovement } from '../constructs/velero/volumes';
import { Cluster } from '../fleet/cluster';
import type { Fleet } from '../fleet/fleet';

/** A Gardener shoot on Cleura, region Kna1: what goes to production is tried here first. It follows main by itself. */
export default class CleuraStaging extends Cluster {
  constructor(fleet: Fleet) {
    super(fleet, 'cleura-staging', {
      tier: 'staging',
      kubernetes: '1.34',
      gatewayApi: { version: '1.6', channel: 'standard' },
      kyverno: { version: '1.19' },
      platform: gardener({ infrastructure: 'openstack' }),
    });

    new ArgoCd(this, {
      values: { dex: { enabled: false }, notifications: { enabled: false } },
    });

    const policies = new Policies(this, { rollout: audit() });
    new ClusterAdmins(this, {
      // Kubernetes' own, and Velero, which saves and restores everything.
      subjects: ['system:masters', 'system:serviceaccount:velero:velero-server'],
      enforcementAction: 'dryrun',
    });

    const { store } = new Vault(this, { server: 'https://vault.example.com:8200' });
    const monitoring = new Monitoring(this, { policies, store });

    const edge = new Edge(this, {
      policies,
      domain: 'staging.example.com',
      // Cleura gives no support for these annotations: staging tries them, production does without.
      proxyProtocol: true,
      proxy: {
        service: {
          // A floating IP that was allocated by hand: it outlives the Service. DNS points there.
          loadBalancerIP: '203.0.113.20',
          annotations: loadBalancerAnnotations({
            proxyProtocol: 'v2',
            // Idle players are not cut off after Octavia's 50 s.
            timeouts: { clientData: 600_000, memberData: 600_000 },
          }),
        },
      },
    });
    const minecraft = new MinecraftAtEdge(this, { edge, motd: 'staging', size: '10Gi', memory: '2G' });

    const backups = new Backups(this, {
      policies,
      bucket: BACKUP_BUCKET,
      store,
      repositoryPassword: 'cleura/velero-repo-credentials',
    });
    backups.without(monitoring.prometheus, METRICS_AND_LOGS);
    backups.without(monitoring.loki, METRICS_AND_LOGS);
    new CinderSnapshotClass(backups.application, 'velero', { labels: VELERO_SNAPSHOT_CLASS });
    backups.schedule('worlds', {
      namespaces: [minecraft.namespace],
      volumes: dataMovement(),
      retention: { daily: NIGHTLY_AND_WEEKLY.daily },
    });
    // Production's worlds are brought here under other namespaces: docs/velero.md.
    backups.readFrom('cleura-prod');
  }
}
