import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('rook/bucket-class');
