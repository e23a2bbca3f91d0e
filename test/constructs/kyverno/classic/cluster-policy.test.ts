import { dataSnapshotOf } from '../../../helpers/snapshot';

dataSnapshotOf('kyverno/classic/cluster-policy');
