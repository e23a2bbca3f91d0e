import { dataSnapshotOf } from '../../../helpers/snapshot';

dataSnapshotOf('kyverno/classic/policy-exception');
