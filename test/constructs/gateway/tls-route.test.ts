import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('gateway/tls-route');
