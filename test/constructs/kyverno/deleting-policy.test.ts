import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('kyverno/deleting-policy');
