import { Edge } from '../apps/edge/edge';
import { MinecraftAtEdge } from '../apps/minecraft/minecraft-at-edge';
import { Monitoring } from '../apps/monitoring/monitoring';
import { ArgoCd } from '../constructs/argocd/argocd';
import { gardener } from '../constructs/gardener/gardener';
import { loadBalancerAnnotations } from '../constructs/openstack/load-balancer';
import { Cluster } from '../fleet/cluster';
import type { Fleet } from '../fleet/fleet';

/** A Gardener shoot on Cleura, region Kna1: what goes to production is tried here first. It follows main by itself. */
export default class CleuraStaging extends Cluster {
  constructor(fleet: Fleet) {
    super(fleet, 'cleura-staging', {
      tier: 'staging',
      kubernetes: '1.34',
      gatewayApi: { version: '1.6', channel: 'standard' },
      platform: gardener({ infrastructure: 'openstack' }),
      // Made once by hand, as on oden.
      externals: { secrets: ['monitoring/grafana-admin'] },
    });

    new ArgoCd(this, {
      values: { dex: { enabled: false }, notifications: { enabled: false } },
    });

    new Monitoring(this);

    const edge = new Edge(this, {
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
    new MinecraftAtEdge(this, { edge, motd: 'staging', size: '10Gi', memory: '2G' });
  }
}
