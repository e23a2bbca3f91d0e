import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('rook/ceph-storage-class');
