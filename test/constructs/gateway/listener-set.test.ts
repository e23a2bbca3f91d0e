import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('gateway/listener-set');
