import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('kyverno/policy-set');
dataSnapshotOf('kyverno/policy-set-classic');
