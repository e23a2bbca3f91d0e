import { snapshotOf } from '../../helpers/snapshot';

snapshotOf('network-policy');
