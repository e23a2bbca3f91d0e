import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('metallb/ip-address-pool');
