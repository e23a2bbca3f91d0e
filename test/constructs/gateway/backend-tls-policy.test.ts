import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('gateway/backend-tls-policy');
