import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('envoy-gateway/client-traffic-policy');
