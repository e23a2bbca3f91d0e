import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('gateway/udp-route');
