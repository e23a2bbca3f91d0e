import { edgeSnapshotOf } from '../../helpers/snapshot';

edgeSnapshotOf('metallb/bgp-advertisement');
