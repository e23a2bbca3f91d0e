import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('envoy-gateway/http-route-filter');
