import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('secrets/secret-reference');
