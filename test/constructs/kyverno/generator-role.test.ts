import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('kyverno/generator-role');
