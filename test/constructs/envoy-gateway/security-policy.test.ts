import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('envoy-gateway/security-policy');
