import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { PREFIX } from './annotations';
import { octaviaServicesOf } from './services';

export const serviceFields: Rule = {
  id: 'openstack/service-fields',
  holds: 'Services of type LoadBalancer say nothing that Octavia’s controller cannot do',
  effect: 'The load balancer is never made, or sends to nobody; no event says why.',
  source:
    'kubernetes/cloud-provider-openstack v1.35.0, pkg/openstack/loadbalancer.go: buildBatchUpdateMemberOpts, buildMonitorCreateOpts',
  check(cluster, report) {
    const { platform } = cluster.facts;
    for (const { entry, annotations, spec, at } of octaviaServicesOf(cluster)) {
      const fail = (text: string, fix: string) =>
        report(entry, { message: `${describe(entry.object)}: ${text}.`, fix, section: at });
      if (spec.allocateLoadBalancerNodePorts === false)
        fail('without node ports the load balancer has no members', 'Take `allocateLoadBalancerNodePorts` away.');
      // Gardener switches the monitor on by itself.
      const monitor = annotations[`${PREFIX}enable-health-monitor`] ?? String(platform.name === 'gardener');
      if (spec.externalTrafficPolicy === 'Local' && monitor !== 'true') {
        fail(
          'traffic policy Local without a health monitor: nodes without a Pod get their share, and drop it',
          'Add `healthMonitor: {}`, or make the policy Cluster.',
        );
      }
    }
  },
};
