import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('rook/rook-operator');
