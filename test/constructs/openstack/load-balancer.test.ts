import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('openstack/load-balancer');
