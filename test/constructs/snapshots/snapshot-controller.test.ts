import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('snapshots/snapshot-controller');
