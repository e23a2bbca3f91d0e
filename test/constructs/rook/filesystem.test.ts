import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('rook/filesystem');
