import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('envoy-gateway/backend-traffic-policy');
