import { Edge } from '../apps/edge/edge';
import { Monitoring } from '../apps/monitoring/monitoring';
import { VelocityNetwork } from '../apps/velocity/velocity-network';
import { ArgoCd } from '../constructs/argocd/argocd';
import { gardener } from '../constructs/gardener/gardener';
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
      platform: gardener({ infrastructure: 'openstack' }),
      // Made once by hand: Grafana's as on oden, Velocity's with `--from-literal=secret=…`.
      externals: { secrets: ['monitoring/grafana-admin', 'minecraft/velocity-forwarding'] },
    });

    new ArgoCd(this, {
      values: { dex: { enabled: false }, notifications: { enabled: false } },
    });

    new Monitoring(this);

    const edge = new Edge(this, {
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
    new VelocityNetwork(this, {
      edge,
      motd: '<green>example.com',
      servers: {
        survival: { motd: 'survival', memory: '6G', size: '50Gi' },
        creative: { motd: 'creative', mode: 'creative', memory: '4G', size: '20Gi' },
      },
    });
  }
}
