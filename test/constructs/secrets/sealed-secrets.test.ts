import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('secrets/sealed-secrets');
