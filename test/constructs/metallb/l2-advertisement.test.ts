import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('metallb/l2-advertisement');
