import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('rook/block-pool');
