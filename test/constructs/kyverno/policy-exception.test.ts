import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('kyverno/policy-exception');
