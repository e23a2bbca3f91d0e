import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('rook/sub-volume-group');
