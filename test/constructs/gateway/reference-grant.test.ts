import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('gateway/reference-grant');
