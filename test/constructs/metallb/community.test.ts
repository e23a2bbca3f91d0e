import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('metallb/community');
