import { BACKUP_BUCKET, Backups, NIGHTLY_AND_WEEKLY } from '../apps/backups/backups';
import { Edge } from '../apps/edge/edge';
import { METRICS_AND_LOGS, Monitoring } from '../apps/monitoring/monitoring';
import { Policies } from '../apps/policies/policies';
import { REGISTRIES, signedArgoCd } from '../apps/policies/production';
import { Vault } from '../apps/secrets/vault';
import { VelocityNetwork } from '../apps/velocity/velocity-network';
import { ArgoCd } from '../constructs/argocd/argocd';
import { gardener } from '../constructs/gardener/gardener';
import { restrictImageRegistries } from '../constructs/kyverno/presets/best-practice';
import { enforce } from '../constructs/kyverno/rollout';
import { CinderSnapshotClass } from '../constructs/openstack/cinder-snapshot-class';
import { VELERO_SNAPSHOT_CLASS } from '../constructs/velero/snapshot-class';
import { dataMovement } from '../constructs/velero/volumes';
import { Cluster } from '../fleet/cluster';
import type { Fleet } from '../fleet/fleet';

/**
 * A Gardener shoot on Cleura, region Kna1: production. It stays at a tag, and a person starts every sync. To bring
 * something here: raise `revision`, synthesise, commit, tag that commit, apply the root again.
 */
export default class CleuraProd extends Cluster {
  constructor(fleet: Fleet) {
    super(fleet, 'cleura-prod', {
      tier: 'production',
      kubernetes: '1.34',
      revision: 'prod-1',
      gatewayApi: { version: '1.6', channel: 'standard' },
      kyverno: { version: '1.19' },
      platform: gardener({ infrastructure: 'openstack' }),
    });

    new ArgoCd(this, {
      values: { dex: { enabled: false }, notifications: { enabled: false } },
    });

    const policies = new Policies(this, {
      rollout: enforce(),
      more: [restrictImageRegistries({ registries: REGISTRIES })],
    });
    signedArgoCd(policies.application);

    const { store } = new Vault(this, { server: 'https://vault.example.com:8200' });
    const monitoring = new Monitoring(this, { policies, store });

    const edge = new Edge(this, {
      policies,
      domain: 'example.com',
      // Without the PROXY protocol, which Cleura gives no support for: the proxies see the load balancer's address.
      proxy: {
        replicas: 2,
        minAvailable: 1,
        // Octavia's health monitor takes a minute to notice that a node has no proxy any more.
        shutdown: { healthCheckFailureDelay: '75s', minDrainDuration: '75s', drainTimeout: '120s' },
        // A floating IP that was allocated by hand: it outlives the Service. DNS points there.
        service: { loadBalancerIP: '203.0.113.10' },
      },
    });
    const games = new VelocityNetwork(this, {
      edge,
      store,
      motd: '<green>example.com',
      servers: {
        survival: { motd: 'survival', memory: '6G', size: '50Gi' },
        creative: { motd: 'creative', mode: 'creative', memory: '4G', size: '20Gi' },
      },
    });

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
      namespaces: [games.namespace],
      volumes: dataMovement(),
      retention: NIGHTLY_AND_WEEKLY,
    });
  }
}
