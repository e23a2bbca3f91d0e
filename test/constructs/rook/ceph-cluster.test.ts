import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('rook/ceph-cluster');
