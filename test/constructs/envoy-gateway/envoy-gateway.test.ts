import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('envoy-gateway/envoy-gateway');
