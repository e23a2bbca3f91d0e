import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('velero/resource-policies');
