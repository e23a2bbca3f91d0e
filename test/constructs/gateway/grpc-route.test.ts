import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('gateway/grpc-route');
