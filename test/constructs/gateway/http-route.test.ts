import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('gateway/http-route');
