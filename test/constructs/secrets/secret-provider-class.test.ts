import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('secrets/secret-provider-class');
