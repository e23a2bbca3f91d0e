import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('rook/object-store-user');
