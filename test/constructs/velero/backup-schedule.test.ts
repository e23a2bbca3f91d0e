import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('velero/backup-schedule');
