import { snapshotOf } from '../../helpers/snapshot';

snapshotOf('volume');
