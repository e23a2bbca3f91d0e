import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('secrets/external-secret');
