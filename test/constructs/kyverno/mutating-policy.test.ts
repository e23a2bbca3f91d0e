import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('kyverno/mutating-policy');
