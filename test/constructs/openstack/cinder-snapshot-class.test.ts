import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('openstack/cinder-snapshot-class');
