import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('admission/validating-admission-policy');
