import { dataSnapshotOf } from '../../helpers/snapshot';

dataSnapshotOf('gatekeeper/constraint');
