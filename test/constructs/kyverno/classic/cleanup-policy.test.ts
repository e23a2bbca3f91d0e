import { dataSnapshotOf } from '../../../helpers/snapshot';

dataSnapshotOf('kyverno/classic/cleanup-policy');
