import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('kyverno/kyverno');
