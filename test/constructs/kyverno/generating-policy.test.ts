import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('kyverno/generating-policy');
