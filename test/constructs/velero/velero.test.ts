import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('velero/velero');
