import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('velero/data-movement');
