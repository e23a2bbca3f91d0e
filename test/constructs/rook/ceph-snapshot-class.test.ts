import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('rook/ceph-snapshot-class');
