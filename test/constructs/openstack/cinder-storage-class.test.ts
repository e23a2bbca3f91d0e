import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('openstack/cinder-storage-class');
