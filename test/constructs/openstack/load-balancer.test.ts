import { loadBalancerAnnotations } from '../../../constructs/openstack/load-balancer';
import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('openstack/load-balancer');

test('says nothing that was not asked', () => expect(loadBalancerAnnotations({})).toEqual({}));

test('switches and numbers are texts, as annotations are', () => {
  expect(loadBalancerAnnotations({ healthMonitor: { delay: 5 }, internal: false })).toEqual({
    'service.beta.kubernetes.io/openstack-internal-load-balancer': 'false',
    'loadbalancer.openstack.org/enable-health-monitor': 'true',
    'loadbalancer.openstack.org/health-monitor-delay': '5',
  });
});
