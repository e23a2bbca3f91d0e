import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('velero/volume-snapshot-location');
