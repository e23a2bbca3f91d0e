import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('kyverno/validating-policy');
