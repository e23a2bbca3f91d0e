import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('gateway/gateway-class');
