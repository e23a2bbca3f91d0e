import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('kyverno/image-validating-policy');
