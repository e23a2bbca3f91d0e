import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('rook/storage-filter');
dataSnapshotOf('rook/storage-nodes');
dataSnapshotOf('rook/storage-claims');
