import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('metallb/bfd-profile');
