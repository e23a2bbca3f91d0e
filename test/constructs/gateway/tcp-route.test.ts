import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('gateway/tcp-route');
