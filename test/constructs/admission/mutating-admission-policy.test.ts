import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('admission/mutating-admission-policy');
