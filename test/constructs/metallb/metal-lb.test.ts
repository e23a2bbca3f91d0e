import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('metallb/metal-lb');
